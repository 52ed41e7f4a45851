//! The findings, claim by claim and source by source.

use super::{Survey, text};
use crate::checks::Finding;
use crate::commands::check::group::{About, Group, groups};
use crate::commands::check::survey::Told;
use crate::commands::claim::level::in_words as level_in_words;
use crate::commands::explain::explanation_of;
use crate::domain::Priority;
use crate::error::Result;
use crate::store::Store;

/// One article for each claim, then one for each source, in the order in which they were logged.
pub(super) fn articles(store: &Store, survey: &Survey) -> Result<String> {
    let mut html = String::new();
    for Group { about, findings } in groups(survey, survey.findings.iter()) {
        html.push_str(&match about {
            About::Claim(told) => claim_head(store, told)?,
            About::Source(key, title) => source_head(key, title),
            About::Sources => {
                format!("{}<header><h3>Several sources</h3></header>\n", opening("", ""))
            }
        });
        findings.into_iter().for_each(|finding| html.push_str(&told_finding(finding)));
        html.push_str("</article>\n");
    }
    Ok(html)
}

fn opening(level: &str, priority: &str) -> String {
    format!("<article data-level=\"{level}\" data-priority=\"{priority}\">\n")
}

/// The claim with its level, why it has that, and what would raise it.
fn claim_head(store: &Store, Told { claim, level }: &Told) -> Result<String> {
    let explanation = explanation_of(store, claim, level)?;
    let name = level.level.as_str();
    let meaning = level_in_words(level);
    let meaning =
        meaning.strip_prefix(name).map_or(meaning.as_str(), |rest| rest.trim_start_matches(": "));
    let priority = match claim.priority {
        Priority::Normal => String::new(),
        other => format!("<span class=\"priority {other}\">{other} priority</span>"),
    };
    let mut html = format!(
        "{}<header><h3><bdi>{}</bdi></h3>{priority}</header>\n\
         <p class=\"statement\" dir=\"auto\">{}</p>\n\
         <p><span class=\"level {name}\">{name}</span> {}</p>\n\
         <dl>\n<dt>Why</dt><dd>{}</dd>\n",
        opening(name, claim.priority.as_str()),
        text(&claim.key),
        text(&claim.statement),
        text(meaning),
        text(&explanation.why)
    );
    if let Some(raise) = &explanation.raise {
        html.push_str(&format!("<dt>What would raise it</dt><dd>{}", text(&raise.sentence)));
        for command in &raise.commands {
            html.push_str(&format!("<br><code>{}</code>", text(command)));
        }
        html.push_str("</dd>\n");
    }
    html.push_str("</dl>\n");
    Ok(html)
}

fn source_head(key: &str, title: &str) -> String {
    format!(
        "{}<header><h3>source <bdi>{}</bdi></h3></header>\n\
         <p class=\"statement\" dir=\"auto\">{}</p>\n",
        opening("", ""),
        text(key),
        text(title)
    )
}

fn told_finding(finding: &Finding) -> String {
    let Finding { rule: name, severity, message, waived, .. } = finding;
    let accepted = if *waived { " <em>(waived)</em>" } else { "" };
    format!(
        "<div class=\"finding {severity}\" data-severity=\"{severity}\" data-rule=\"{name}\" \
         data-waived=\"{waived}\">\n<p><span class=\"severity\">{severity}</span> {} \
         <a href=\"#{name}\">{name}</a>{accepted}</p>\n</div>\n",
        text(message)
    )
}
