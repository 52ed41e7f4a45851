//! Circles in the lineage: sources that, by steps, come from themselves.

use std::collections::HashMap;

use super::library::Entry;

/// Every knot of sources that come from each other, as one way round it, from the source that was
/// entered first. Takes time that grows with sources and lineage rows.
pub(super) fn find(entries: &[Entry]) -> Vec<Vec<usize>> {
    let knots = knots(entries);
    let mut first: Vec<Option<usize>> = vec![None; entries.len()];
    let mut size = vec![0; entries.len()];
    for (place, &knot) in knots.iter().enumerate() {
        first[knot].get_or_insert(place);
        size[knot] += 1;
    }
    let mut starts: Vec<usize> =
        (0..entries.len()).filter(|&knot| size[knot] > 1).filter_map(|knot| first[knot]).collect();
    starts.sort_unstable();
    starts.into_iter().map(|start| way_round(entries, &knots, start)).collect()
}

/// A shortest way from a source of a knot back to itself, as the sources on it.
fn way_round(entries: &[Entry], knots: &[usize], start: usize) -> Vec<usize> {
    let mut came_from: HashMap<usize, usize> = HashMap::new();
    let mut open = std::collections::VecDeque::from([start]);
    while let Some(place) = open.pop_front() {
        for origin in &entries[place].origins {
            if origin.place == start {
                let mut way = vec![place];
                while let Some(&before) = way.last().and_then(|last| came_from.get(last)) {
                    way.push(before);
                }
                way.reverse();
                return way;
            }
            if knots[origin.place] == knots[start] && !came_from.contains_key(&origin.place) {
                came_from.insert(origin.place, place);
                open.push_back(origin.place);
            }
        }
    }
    vec![start]
}

/// For each source the number of its knot (Tarjan's algorithm, without recursion: chains of reports
/// may be long).
fn knots(entries: &[Entry]) -> Vec<usize> {
    const NEW: usize = usize::MAX;
    let mut order = vec![NEW; entries.len()];
    let mut low = vec![NEW; entries.len()];
    let mut knot = vec![NEW; entries.len()];
    let mut on_stack = Vec::new();
    let (mut clock, mut count) = (0, 0);
    for root in 0..entries.len() {
        if order[root] != NEW {
            continue;
        }
        let mut walk = vec![(root, 0)];
        while let Some((place, step)) = walk.last_mut() {
            let place = *place;
            if order[place] == NEW {
                order[place] = clock;
                low[place] = clock;
                clock += 1;
                on_stack.push(place);
            }
            if let Some(origin) = entries[place].origins.get(*step) {
                *step += 1;
                if order[origin.place] == NEW {
                    walk.push((origin.place, 0));
                } else if knot[origin.place] == NEW {
                    low[place] = low[place].min(order[origin.place]);
                }
                continue;
            }
            if low[place] == order[place] {
                while let Some(member) = on_stack.pop() {
                    knot[member] = count;
                    if member == place {
                        break;
                    }
                }
                count += 1;
            }
            walk.pop();
            if let Some(&(before, _)) = walk.last() {
                low[before] = low[before].min(low[place]);
            }
        }
    }
    knot
}
