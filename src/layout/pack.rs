//! Groups side by side, so that the whole is not one endless strip.

use super::Size;

/// The space between two groups.
const BETWEEN: f64 = 48.0;

/// The space between two boxes that stand alone.
const BETWEEN_ROWS: f64 = 16.0;

/// How much wider than high the whole should be.
const ASPECT: f64 = 1.1;

/// The most columns that are tried.
const MOST_COLUMNS: usize = 24;

/// How far each group is moved to the right and down, and how large the whole is then.
///
/// Groups fill columns, the largest first, each where there is most room; of all numbers of columns
/// that one is taken which comes nearest to the shape of a page. Boxes that stand alone come last, row
/// by row.
pub(super) fn pack(sizes: &[Size], alone: &[bool]) -> (Vec<(f64, f64)>, Size) {
    let (rest, mut order): (Vec<usize>, Vec<usize>) =
        (0..sizes.len()).partition(|number| alone[*number]);
    order.sort_by(|one, other| sizes[*other].height.total_cmp(&sizes[*one].height));
    order.sort_by(|one, other| sizes[*other].width.total_cmp(&sizes[*one].width));
    let tries = (1..=MOST_COLUMNS.min(order.len())).map(|count| columns(sizes, &order, count));
    let off = |size: &Size| (size.width / size.height / ASPECT).ln().abs();
    let (mut shifts, mut size) = tries
        .min_by(|one, other| off(&one.1).total_cmp(&off(&other.1)))
        .unwrap_or_else(|| (vec![(0.0, 0.0); sizes.len()], Size::default()));
    rows(sizes, &rest, &mut shifts, &mut size);
    (shifts, size)
}

/// Puts boxes in rows under what is there already.
fn rows(sizes: &[Size], boxes: &[usize], shifts: &mut [(f64, f64)], size: &mut Size) {
    let widest = boxes.iter().map(|number| sizes[*number].width).fold(0.0, f64::max) + BETWEEN_ROWS;
    let area: f64 =
        boxes.iter().map(|number| widest * (sizes[*number].height + BETWEEN_ROWS)).sum();
    let room = size.width.max((area * ASPECT).sqrt()) + BETWEEN_ROWS;
    let count = ((room / widest) as usize).max(1);
    let mut top = if size.height > 0.0 { size.height + BETWEEN } else { 0.0 };
    for row in boxes.chunks(count) {
        let mut highest = 0.0_f64;
        for (place, number) in row.iter().enumerate() {
            shifts[*number] = (place as f64 * widest, top);
            highest = highest.max(sizes[*number].height);
            size.width = size.width.max(place as f64 * widest + sizes[*number].width);
        }
        size.height = top + highest;
        top = size.height + BETWEEN_ROWS;
    }
}

fn columns(sizes: &[Size], order: &[usize], count: usize) -> (Vec<(f64, f64)>, Size) {
    let mut heights = vec![0.0_f64; count];
    let mut widths = vec![0.0_f64; count];
    let mut places = vec![(0, 0.0); sizes.len()];
    for number in order {
        let shortest = (0..count).min_by(|one, other| heights[*one].total_cmp(&heights[*other]));
        let column = shortest.unwrap_or_default();
        places[*number] = (column, heights[column]);
        heights[column] += sizes[*number].height + BETWEEN;
        widths[column] = widths[column].max(sizes[*number].width);
    }
    let mut lefts = vec![0.0];
    widths.iter().for_each(|width| lefts.push(lefts[lefts.len() - 1] + width + BETWEEN));
    let shifts = places.into_iter().map(|(column, top)| (lefts[column], top)).collect();
    let width = (lefts[count] - BETWEEN).max(0.0);
    let height = (heights.into_iter().fold(0.0, f64::max) - BETWEEN).max(0.0);
    (shifts, Size { width, height })
}
