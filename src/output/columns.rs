//! How wide each column of a table may be.

/// The columns a wrapping column keeps as long as other columns can give way.
const LEAST_FOR_TEXT: usize = 14;

/// Divides `available` among columns, given how wide each would like to be and whether it may wrap.
///
/// Columns that must stay whole get what they like, as long as that leaves the others some room.
/// Then the widest of them give; where even that is too little, all share.
pub(super) fn fit(liked: &[usize], wraps: &[bool], available: usize) -> Vec<usize> {
    if liked.iter().sum::<usize>() <= available {
        return liked.to_vec();
    }
    let of = |wrapping: bool| -> Vec<usize> {
        liked.iter().zip(wraps).filter(|(_, wraps)| **wraps == wrapping).map(|(w, _)| *w).collect()
    };
    let (whole, text) = (of(false), of(true));
    let left = available.saturating_sub(whole.iter().sum());
    let least: usize = text.iter().map(|width| (*width).min(LEAST_FOR_TEXT)).sum();
    if text.is_empty() || (left < least && available / liked.len() < LEAST_FOR_TEXT) {
        return share(liked, available);
    }
    let mut of_text = share(&text, left.max(least)).into_iter();
    let mut of_whole = share(&whole, available.saturating_sub(least.min(available))).into_iter();
    let next = |wraps: &bool| if *wraps { of_text.next() } else { of_whole.next() };
    wraps.iter().map(next).map(Option::unwrap_or_default).collect()
}

/// Gives each what it likes up to one common bound, the highest with which all fit.
fn share(liked: &[usize], available: usize) -> Vec<usize> {
    let mut ascending = liked.to_vec();
    ascending.sort_unstable();
    let mut left = available;
    let mut bound = usize::MAX;
    for (position, width) in ascending.iter().enumerate() {
        let equal = left / (ascending.len() - position);
        if *width > equal {
            bound = equal;
            break;
        }
        left -= width;
    }
    // A character of two columns needs two, however narrow the terminal is.
    liked.iter().map(|width| (*width).min(bound.max(2))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_that_fit_get_what_they_like() {
        assert_eq!(fit(&[5, 40, 3], &[false, true, false], 48), [5, 40, 3]);
    }

    #[test]
    fn text_gives_way_before_keys_do() {
        assert_eq!(fit(&[10, 200, 12], &[false, true, false], 80), [10, 58, 12]);
    }

    #[test]
    fn two_columns_of_text_share_and_a_short_one_leaves_the_rest_to_the_other() {
        assert_eq!(fit(&[10, 200, 15], &[false, true, true], 80), [10, 55, 15]);
        assert_eq!(fit(&[10, 200, 300], &[false, true, true], 80), [10, 35, 35]);
    }

    #[test]
    fn a_key_that_would_leave_no_room_for_text_gives_way_too() {
        assert_eq!(fit(&[90, 200, 2], &[false, true, false], 80), [64, 14, 2]);
    }

    #[test]
    fn keys_stay_whole_while_a_text_can_shrink() {
        let wraps = [false, false, false, false, true, true, true];
        let widths = fit(&[8, 5, 8, 20, 40, 30, 200], &wraps, 88);
        assert_eq!(widths, [8, 5, 8, 20, 15, 15, 15]);
    }

    #[test]
    fn where_nothing_has_room_all_share() {
        assert_eq!(fit(&[10, 90, 200], &[false, false, true], 30), [10, 10, 10]);
    }
}
