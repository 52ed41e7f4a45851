//! The findings as one HTML page that can be opened, printed and mailed: it loads nothing.

mod articles;
mod controls;
mod overview;
mod rules;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::Survey;
use super::first::Step;
use crate::bibliography::escaped_html;
use crate::clock;
use crate::domain::Timestamp;
use crate::error::Result;
use crate::output::safe_text;
use crate::store::Store;

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// The whole page.
pub(super) fn page(store: &Store, survey: &Survey, first: &[Step]) -> Result<String> {
    let day = Timestamp::at(clock::now()?).day().to_owned();
    let name = store.path().file_name().map(|name| name.to_string_lossy().into_owned());
    let casebook = name.map(|name| format!(", casebook <bdi>{}</bdi>", text(&name)));
    let mut page = head(&day);
    page.push_str(&format!(
        "<h1>What the claims rest on</h1>\n<p class=\"dim\">Checked on {day}{}</p>\n",
        casebook.unwrap_or_default()
    ));
    page.push_str(&overview::overview(survey, first));
    page.push_str(&controls::controls());
    page.push_str(&format!(
        "<main data-count=\"{}\">\n{}</main>\n",
        survey.findings.len(),
        articles::articles(store, survey)?
    ));
    page.push_str(&rules::rules(survey));
    page.push_str(&format!("<script>{SCRIPT}</script>\n</body>\n</html>\n"));
    Ok(page)
}

/// What the browser has to know. It is told to run nothing but the script of this page and to load
/// nothing at all, so that even a mistake of ours in escaping could not make it.
fn head(day: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         style-src '{}'; script-src '{}'; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>Findings of {day}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n",
        hash(STYLE),
        hash(SCRIPT)
    )
}

/// The name by which a policy knows an inline style or script.
fn hash(content: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(content)))
}

/// Text of a user: no markup, no controls.
fn text(text: &str) -> String {
    escaped_html(&safe_text(text))
}
