//! Types of schema.org and kinds of source.

use super::Markup;
use super::text::is_a;
use crate::domain::Kind;

/// What is not in the list is a web page here, and a creative work there.
const KINDS: &[(&str, Kind)] = &[
    ("NewsArticle", Kind::NewspaperArticle),
    ("SocialMediaPosting", Kind::SocialPost),
    ("DiscussionForumPosting", Kind::SocialPost),
    ("VideoObject", Kind::Video),
    ("ImageObject", Kind::Image),
    ("ScholarlyArticle", Kind::JournalArticle),
    ("Report", Kind::Report),
    ("Book", Kind::Book),
    ("PodcastEpisode", Kind::Podcast),
    ("Legislation", Kind::Legislation),
    ("Dataset", Kind::Dataset),
    ("Map", Kind::Map),
    ("WebPage", Kind::WebPage),
];

pub(super) fn of(object: &Markup) -> Kind {
    let known = KINDS.iter().find(|(name, _)| is_a(object, name));
    known.map_or(Kind::WebPage, |(_, kind)| *kind)
}

pub(super) fn name(kind: Kind) -> &'static str {
    let known = KINDS.iter().find(|(_, known)| *known == kind);
    known.map_or("CreativeWork", |(name, _)| name)
}
