//! What is seen of each table of a casebook from outside.

/// A table, and what is seen of it.
pub(super) struct Shadow {
    pub(super) table: &'static str,
    pub(super) select: &'static str,
}

/// The tables of which not everything is seen. Each view has the columns of its table: a column that is
/// added to the table is missing here until somebody has decided what is seen of it.
pub(super) const SHADOWS: &[Shadow] = &[
    Shadow {
        table: "source",
        select: "SELECT id, key, kind, title, container, publisher, issued, url, archived_url, accessed,
                        language, jurisdiction, pages, lineage, standing, grade, confidentiality, note,
                        version
                 FROM main.source WHERE id NOT IN (SELECT id FROM temp.withheld_source)
                 UNION ALL
                 SELECT id, key, kind, title, container, publisher, issued, url, archived_url, accessed,
                        language, jurisdiction, pages, lineage, standing, grade, confidentiality, note,
                        version
                 FROM temp.stand_in_source",
    },
    Shadow {
        table: "creator",
        select: "SELECT id, name, unnamed, voice FROM main.creator
                 WHERE id NOT IN (SELECT id FROM temp.withheld_creator)
                 UNION ALL SELECT id, name, unnamed, voice FROM temp.stand_in_creator",
    },
    Shadow {
        table: "creator_role",
        select: "SELECT source_id, position, creator_id, role FROM main.creator_role
                 WHERE source_id NOT IN (SELECT id FROM temp.withheld_source)
                 UNION ALL SELECT source_id, position, creator_id, role FROM temp.stand_in_role",
    },
    Shadow {
        table: "identifier",
        select: "SELECT source_id, position, scheme, value FROM main.identifier
                 WHERE source_id NOT IN (SELECT id FROM temp.confidential_source)",
    },
    Shadow {
        table: "strong_identifier",
        select: "SELECT source_id, name FROM main.strong_identifier
                 WHERE source_id NOT IN (SELECT id FROM temp.confidential_source)",
    },
    Shadow {
        table: "variable",
        select: "SELECT source_id, name, value FROM main.variable
                 WHERE source_id NOT IN (SELECT id FROM temp.confidential_source)
                   AND (source_id, name) NOT IN (SELECT source_id, name FROM temp.withheld_variable)",
    },
    Shadow {
        table: "source_tag",
        select: "SELECT source_id, position, tag FROM main.source_tag
                 WHERE source_id NOT IN (SELECT id FROM temp.confidential_source)",
    },
    Shadow {
        table: "source_alias",
        select: "SELECT source_id, position, alias FROM main.source_alias
                 WHERE source_id NOT IN (SELECT id FROM temp.confidential_source)",
    },
    Shadow {
        table: "lineage",
        select: "SELECT source_id, origin_id, relation,
                        CASE WHEN source_id IN (SELECT id FROM temp.confidential_source)
                               OR origin_id IN (SELECT id FROM temp.confidential_source)
                             THEN NULL ELSE note END AS note,
                        version
                 FROM main.lineage WHERE source_id NOT IN (SELECT id FROM temp.cut_source)",
    },
    Shadow {
        table: "citation",
        select: "SELECT id, claim_id, source_id, stance,
                        CASE WHEN id IN (SELECT id FROM temp.bare_citation)
                             THEN NULL ELSE locator END AS locator,
                        CASE WHEN id IN (SELECT id FROM temp.bare_citation)
                             THEN NULL ELSE quote END AS quote,
                        credibility,
                        CASE WHEN id IN (SELECT id FROM temp.bare_citation)
                             THEN NULL ELSE note END AS note,
                        version
                 FROM main.citation",
    },
    Shadow {
        table: "attribution",
        select: "SELECT citation_id, position, source_id FROM main.attribution
                 WHERE citation_id NOT IN (SELECT id FROM temp.unattributed_citation)",
    },
    Shadow {
        table: "appearance",
        select: "SELECT claim_id, position, source_id,
                        CASE WHEN source_id IN (SELECT id FROM temp.confidential_source)
                             THEN NULL ELSE locator END AS locator,
                        CASE WHEN source_id IN (SELECT id FROM temp.confidential_source)
                             THEN NULL ELSE quote END AS quote
                 FROM main.appearance",
    },
    Shadow {
        table: "creator_alias",
        select: "SELECT spelling, name, actor, said_at, version FROM main.creator_alias
                 WHERE spelling NOT IN (SELECT spelling FROM temp.withheld_alias)",
    },
    Shadow {
        table: "creator_distinction",
        select: "SELECT voice, other, actor, said_at, version FROM main.creator_distinction
                 WHERE (voice, other) NOT IN (SELECT voice, other FROM temp.withheld_distinction)",
    },
    // Whether a judgement holds is asked inside. A digest would let who has a guess try it.
    Shadow {
        table: "review",
        select: "SELECT id, claim_id, reviewer, verdict, reviewed_at, note, version,
                        NULL AS evidence, ended FROM main.review",
    },
    Shadow {
        table: "waiver",
        select: "SELECT id, claim_id, rule, actor, reason, waived_at, version,
                        NULL AS evidence, ended FROM main.waiver",
    },
    // Who changed the casebook when, and nothing of what was changed.
    Shadow {
        table: "change",
        select: "SELECT id, at, actor, action, NULL AS before, NULL AS after, NULL AS salt,
                        payload_digest, content_digest, hash FROM main.change",
    },
    Shadow {
        table: "change_subject",
        select: "SELECT entity, key, change_id FROM main.change_subject WHERE 0",
    },
    // Levels are those that follow from what is seen.
    Shadow {
        table: "claim_level",
        select: "SELECT claim_id, level, sources, origins FROM main.claim_level WHERE 0",
    },
    Shadow {
        table: "weakest_point",
        select: "SELECT claim_id, position, source_id, voice, identifier FROM main.weakest_point
                 WHERE 0",
    },
    Shadow {
        table: "search_text",
        select: "SELECT id, text FROM main.search_text
                 WHERE id NOT IN (SELECT id FROM temp.withheld_text)",
    },
];
