//! A graph as one SVG picture that needs no other program: to be looked at, printed and put into a
//! report. It has a light background wherever it is shown, and loads nothing.

mod legend;
mod line;
mod node;
mod scene;
mod shape;
mod text;

use super::picture::{NodeKind, Picture};
use crate::layout::{Link, Unplaced, lay_out};
use legend::legend;
use node::Drawn;
use scene::Scene;
use shape::Shape;
use text::{LETTERS, LINE, escaped, is_right_to_left, wrapped};

/// The space around everything.
const MARGIN: f64 = 24.0;

/// The narrowest picture: the heading needs some room.
const LEAST_WIDTH: f64 = 640.0;

/// The size of the letters of the title.
const TITLE: f64 = 17.0;

/// What stands above the picture.
pub(super) struct Heading {
    pub(super) title: String,
    pub(super) lines: Vec<String>,
}

/// The picture as SVG.
pub(super) fn write(picture: &Picture, heading: &Heading) -> String {
    let scene = Scene::of(picture);
    let several = scene.nodes.iter().filter(|node| node.kind == NodeKind::Claim).count() > 1;
    let drawn: Vec<Drawn<'_>> = scene.nodes.iter().map(|node| Drawn::new(node, several)).collect();
    let unplaced: Vec<Unplaced> = drawn.iter().map(Drawn::unplaced).collect();
    let links: Vec<Link> = scene
        .lines
        .iter()
        .map(|(from, to, edge)| Link { from: *from, to: *to, label_width: line::label_width(edge) })
        .collect();
    let layout = lay_out(&unplaced, &links);
    let width = layout.size.width.max(LEAST_WIDTH);
    let (head, head_height) = head(heading, &scene, width);
    let top = head_height + LINE;
    let (legend, legend_height) =
        legend(&scene, (MARGIN, top + layout.size.height + MARGIN), width);
    let height = top + layout.size.height + MARGIN + legend_height;
    let mut svg = opening(heading, width + 2.0 * MARGIN, height + MARGIN);
    svg.push_str(&head);
    svg.push_str(&format!("<g transform=\"translate({MARGIN} {top:.1})\">\n"));
    for ((from, to, edge), route) in scene.lines.iter().zip(&layout.routes) {
        let ends = if route.backwards { (*to, *from) } else { (*from, *to) };
        let reach = |place: usize| Shape::of(scene.nodes[place].kind).reach();
        svg.push_str(&line::svg(edge, route, (reach(ends.0), reach(ends.1))));
    }
    for (drawn, at) in drawn.iter().zip(&layout.boxes) {
        svg.push_str(&drawn.svg(*at));
    }
    svg.push_str("</g>\n");
    svg.push_str(&legend);
    svg.push_str("</svg>\n");
    svg
}

fn opening(heading: &Heading, width: f64, height: f64) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" \
         viewBox=\"0 0 {width:.0} {height:.0}\" font-family=\"Helvetica, Arial, 'Noto Sans', \
         sans-serif\" font-size=\"{LETTERS}\" role=\"img\">\n<title>{}</title>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n",
        escaped(&heading.title)
    )
}

/// The heading, and how high it is.
fn head(heading: &Heading, scene: &Scene<'_>, room: f64) -> (String, f64) {
    let mut lines = heading.lines.clone();
    if !scene.left_out.is_empty() {
        let keys: Vec<&str> = scene.left_out.iter().map(|node| node.name.as_str()).collect();
        lines.push(format!("Not drawn, because they only make the claims: {}", keys.join(", ")));
    }
    let mut y = MARGIN + TITLE / 2.0;
    let mut svg = String::new();
    // The room is measured in letters of the usual size.
    for line in wrapped(&heading.title, room * LETTERS / TITLE, true, 3) {
        svg.push_str(&format!(
            "<text x=\"{MARGIN}\" y=\"{y:.1}\" font-size=\"{TITLE}\" font-weight=\"bold\" \
             fill=\"#111111\">{}</text>\n",
            escaped(&line)
        ));
        y += TITLE * 1.3;
    }
    for text in &lines {
        // What is written from right to left begins on the left edge all the same, as the others do.
        let turned = is_right_to_left(text);
        let turn = if turned { " direction=\"rtl\" text-anchor=\"end\"" } else { "" };
        for line in wrapped(text, room, false, 3) {
            svg.push_str(&format!(
                "<text x=\"{MARGIN}\" y=\"{y:.1}\" fill=\"#333333\"{turn}>{}</text>\n",
                escaped(&line)
            ));
            y += LINE;
        }
    }
    (svg, y)
}
