//! Which boxes hang together.

use super::Link;

/// Boxes that hang together, and the lines between them.
pub(super) struct Component {
    /// The boxes, by their places in the whole.
    pub(super) boxes: Vec<usize>,
    /// The lines, their ends by places among these boxes. Lines from a box to itself are left out.
    pub(super) links: Vec<Link>,
    /// The places of these lines in the whole.
    pub(super) link_numbers: Vec<usize>,
}

/// The groups of boxes that hang together, in the order of their first boxes.
pub(super) fn components(count: usize, links: &[Link]) -> Vec<Component> {
    let mut root: Vec<usize> = (0..count).collect();
    for link in links {
        let (one, other) = (root_of(&mut root, link.from), root_of(&mut root, link.to));
        root[one.max(other)] = one.min(other);
    }
    let mut components: Vec<Component> = Vec::new();
    let mut group_of = vec![0; count];
    let mut place_in_group = vec![0; count];
    for number in 0..count {
        let first = root_of(&mut root, number);
        if first == number {
            group_of[number] = components.len();
            let (boxes, links, link_numbers) = (Vec::new(), Vec::new(), Vec::new());
            components.push(Component { boxes, links, link_numbers });
        }
        let group = group_of[first];
        group_of[number] = group;
        place_in_group[number] = components[group].boxes.len();
        components[group].boxes.push(number);
    }
    for (number, link) in links.iter().enumerate().filter(|(_, link)| link.from != link.to) {
        let component = &mut components[group_of[link.from]];
        let (from, to) = (place_in_group[link.from], place_in_group[link.to]);
        component.links.push(Link { from, to, label_width: link.label_width });
        component.link_numbers.push(number);
    }
    components
}

/// The first box of the group, which is always the one that was logged first.
fn root_of(root: &mut [usize], number: usize) -> usize {
    let mut at = number;
    while root[at] != at {
        root[at] = root[root[at]];
        at = root[at];
    }
    at
}
