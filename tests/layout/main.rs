//! Boxes and lines in their places: nothing lies on anything else, whatever is drawn.

// The names of tests are their documentation.
#![allow(missing_docs)]

use proptest::prelude::*;
use twosource::layout::{Layout, Link, Placed, Route, Size, Unplaced, lay_out};

/// Boxes of different sizes, and lines between any of them: in circles, to themselves, many alike.
fn drawings() -> impl Strategy<Value = (Vec<Unplaced>, Vec<Link>)> {
    let unplaced = (40.0..220.0_f64, 20.0..120.0_f64, any::<bool>())
        .prop_map(|(width, height, first)| Unplaced { size: Size { width, height }, first });
    prop::collection::vec(unplaced, 1..24).prop_flat_map(|boxes| {
        let count = boxes.len();
        let label = prop_oneof![Just(0.0), 10.0..170.0_f64];
        let link = (0..count, 0..count, label).prop_map(|(from, to, label_width)| Link {
            from,
            to,
            label_width,
        });
        (Just(boxes), prop::collection::vec(link, 0..40))
    })
}

fn meet(one: &Placed, other: &Placed) -> bool {
    one.x < other.x + other.width
        && other.x < one.x + one.width
        && one.y < other.y + other.height
        && other.y < one.y + one.height
}

/// The label as a box: as wide as was said, as high as small letters are.
fn label_box(route: &Route, link: &Link) -> Option<Placed> {
    let label = route.label?;
    let x = if label.ends_here { label.x - link.label_width } else { label.x };
    Some(Placed { x, y: label.y - 9.0, width: link.label_width, height: 10.0 })
}

/// Where a line runs level, as boxes without height.
fn level_parts(route: &Route) -> Vec<Placed> {
    let level = |from: (f64, f64), to: (f64, f64)| Placed {
        x: from.0,
        y: from.1,
        width: to.0 - from.0,
        height: 0.0,
    };
    let pieces = route.pieces.iter();
    pieces.flat_map(|it| [level(it.start, it.bend), level(it.bent, it.end)]).collect()
}

fn ends_of(layout: &Layout, link: &Link, route: &Route) -> (Placed, Placed) {
    let (from, to) = (layout.boxes[link.from], layout.boxes[link.to]);
    if route.backwards { (to, from) } else { (from, to) }
}

proptest! {
    #[test]
    fn boxes_are_as_large_as_they_asked_and_none_lies_on_another((boxes, links) in drawings()) {
        let layout = lay_out(&boxes, &links);
        for (placed, asked) in layout.boxes.iter().zip(&boxes) {
            prop_assert!(placed.width >= asked.size.width && placed.height >= asked.size.height);
            prop_assert!(placed.x >= -0.01 && placed.y >= -0.01);
            prop_assert!(placed.x + placed.width <= layout.size.width + 0.01);
            prop_assert!(placed.y + placed.height <= layout.size.height + 0.01);
        }
        for (place, one) in layout.boxes.iter().enumerate() {
            for other in &layout.boxes[place + 1..] {
                prop_assert!(!meet(one, other), "{one:?} lies on {other:?}");
            }
        }
    }

    #[test]
    fn lines_lead_from_their_box_to_their_box_and_behind_no_other((boxes, links) in drawings()) {
        let layout = lay_out(&boxes, &links);
        for (link, route) in links.iter().zip(&layout.routes) {
            let (Some(first), Some(last)) = (route.pieces.first(), route.pieces.last()) else {
                prop_assert_eq!(link.from, link.to, "only a line to itself is not drawn");
                continue;
            };
            let (left, right) = ends_of(&layout, link, route);
            prop_assert!((first.start.0 - left.x - left.width).abs() < 0.01);
            prop_assert!(first.start.1 > left.y && first.start.1 < left.y + left.height);
            prop_assert!((last.end.0 - right.x).abs() < 0.01);
            prop_assert!(last.end.1 > right.y && last.end.1 < right.y + right.height);
            for pair in route.pieces.windows(2) {
                prop_assert_eq!(pair[0].end, pair[1].start, "a line has no gaps");
            }
            for part in level_parts(route) {
                let behind = layout.boxes.iter().find(|it| meet(it, &part));
                prop_assert!(behind.is_none(), "{part:?} runs behind {behind:?}");
            }
        }
    }

    #[test]
    fn labels_lie_on_no_box_and_on_no_other_label((boxes, links) in drawings()) {
        let layout = lay_out(&boxes, &links);
        let mut labels = Vec::new();
        for (link, route) in links.iter().zip(&layout.routes) {
            prop_assert_eq!(route.label.is_some(), link.label_width > 0.0 && link.from != link.to);
            labels.extend(label_box(route, link));
        }
        for (place, label) in labels.iter().enumerate() {
            prop_assert!(layout.boxes.iter().all(|it| !meet(it, label)));
            prop_assert!(labels[place + 1..].iter().all(|other| !meet(other, label)));
        }
    }
}

const BOX: Unplaced = Unplaced { size: Size { width: 100.0, height: 40.0 }, first: false };

fn link(from: usize, to: usize) -> Link {
    Link { from, to, label_width: 0.0 }
}

#[test]
fn lines_lead_from_left_to_right_and_only_one_that_closes_a_circle_back() {
    let layout = lay_out(&[BOX; 3], &[link(0, 1), link(1, 2), link(2, 0)]);
    assert!(layout.boxes[0].x < layout.boxes[1].x && layout.boxes[1].x < layout.boxes[2].x);
    let backwards: Vec<bool> = layout.routes.iter().map(|route| route.backwards).collect();
    assert_eq!(backwards, [false, false, true]);
}

#[test]
fn lines_that_need_not_cross_do_not_cross() {
    // 0 leads to 4, 1 to 3: drawn in the order of the numbers the lines would cross.
    let layout = lay_out(&[BOX; 5], &[link(0, 4), link(1, 3), link(2, 0), link(2, 1)]);
    let above = |one: usize, other: usize| layout.boxes[one].y < layout.boxes[other].y;
    assert_eq!(above(0, 1), above(4, 3));
}

#[test]
fn a_box_that_belongs_to_the_left_stands_there_and_others_beside_what_they_lead_to() {
    let first = Unplaced { first: true, ..BOX };
    let links = [link(0, 1), link(1, 2), link(3, 2), link(4, 2)];
    let layout = lay_out(&[first, BOX, BOX, first, BOX], &links);
    assert_eq!(layout.boxes[3].x, layout.boxes[0].x);
    assert_eq!(layout.boxes[4].x, layout.boxes[1].x);
}

#[test]
fn nothing_is_drawn_of_nothing() {
    assert_eq!(lay_out(&[], &[]), Layout::default());
}
