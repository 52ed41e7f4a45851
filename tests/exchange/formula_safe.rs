use twosource::exchange::formula_safe;

#[test]
fn what_a_spreadsheet_would_run_gets_an_apostrophe() {
    for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"] {
        assert_eq!(formula_safe(cell), format!("'{cell}"));
    }
}

#[test]
fn other_cells_stay_as_they_are() {
    for cell in ["", "claim", "1-2", " =1", "'=1", "محمد"] {
        assert_eq!(formula_safe(cell), cell);
    }
}
