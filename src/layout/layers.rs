//! Which layer each box is in.

use super::{Link, Unplaced};

/// The layer of each box, and for each line whether it has to be turned round so that all lines lead
/// from a layer to a later one.
pub(super) struct Layers {
    pub(super) of: Vec<usize>,
    pub(super) turned: Vec<bool>,
}

/// Puts each box as far to the left as the lines that lead to it allow; where none does and it does not
/// belong to the left, as far to the right as those that leave it allow.
pub(super) fn layers(unplaced: &[Unplaced], links: &[Link]) -> Layers {
    let count = unplaced.len();
    let turned = turned(count, links);
    let ends = |number: usize| {
        let Link { from, to, .. } = links[number];
        if turned[number] { (to, from) } else { (from, to) }
    };
    let mut leaving = vec![Vec::new(); count];
    let mut waits_for = vec![0_usize; count];
    for number in 0..links.len() {
        let (from, to) = ends(number);
        leaving[from].push(to);
        waits_for[to] += 1;
    }
    let starts: Vec<usize> = (0..count).filter(|it| waits_for[*it] == 0).collect();
    let mut of = vec![0; count];
    let mut ready = starts.clone();
    while let Some(next) = ready.pop() {
        for to in &leaving[next] {
            of[*to] = of[*to].max(of[next] + 1);
            waits_for[*to] -= 1;
            if waits_for[*to] == 0 {
                ready.push(*to);
            }
        }
    }
    for start in starts {
        let nearest = leaving[start].iter().map(|to| of[*to]).min();
        if let Some(layer) = nearest.filter(|_| !unplaced[start].first) {
            of[start] = layer - 1;
        }
    }
    Layers { of, turned }
}

/// The lines that close a circle, as a walk in depth meets them.
fn turned(count: usize, links: &[Link]) -> Vec<bool> {
    let mut leaving = vec![Vec::new(); count];
    for (number, link) in links.iter().enumerate() {
        leaving[link.from].push(number);
    }
    let mut turned = vec![false; links.len()];
    let (mut seen, mut on_the_way) = (vec![false; count], vec![false; count]);
    for start in 0..count {
        if std::mem::replace(&mut seen[start], true) {
            continue;
        }
        on_the_way[start] = true;
        let mut way = vec![(start, 0)];
        while let Some((at, done)) = way.last_mut() {
            let Some(number) = leaving[*at].get(*done) else {
                on_the_way[*at] = false;
                way.pop();
                continue;
            };
            *done += 1;
            let to = links[*number].to;
            if on_the_way[to] {
                turned[*number] = true;
            } else if !std::mem::replace(&mut seen[to], true) {
                on_the_way[to] = true;
                way.push((to, 0));
            }
        }
    }
    turned
}
