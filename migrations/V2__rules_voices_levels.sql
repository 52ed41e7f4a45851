-- The second schema: how loudly rules speak in this casebook, which names are one voice and which are
-- not, for which evidence a judgement was given, and levels kept for quick answers.

PRAGMA user_version = 2;

-- Rules --------------------------------------------------------------------------------------

-- The severity of a rule in this casebook, where it is not the rule's own.
CREATE TABLE rule_severity (
    rule     TEXT NOT NULL PRIMARY KEY CHECK (rule <> ''),
    severity TEXT NOT NULL CHECK (severity = 'off' OR severity = 'info' OR severity = 'warning'
                 OR severity = 'error'),
    actor    TEXT NOT NULL CHECK (actor <> ''),
    set_at   TEXT NOT NULL,
    version  INTEGER NOT NULL REFERENCES change (id)
) STRICT, WITHOUT ROWID;

-- Judgements ---------------------------------------------------------------------------------

-- A digest of the evidence that was judged; NULL where the judgement came from elsewhere. A judgement
-- holds as long as the evidence has this digest.
ALTER TABLE review ADD COLUMN evidence TEXT CHECK (evidence <> '');
ALTER TABLE waiver ADD COLUMN evidence TEXT CHECK (evidence <> '');

-- Voices -------------------------------------------------------------------------------------

-- Another spelling of a creator's name, which is written as `creator` wherever it comes in.
CREATE TABLE creator_alias (
    voice   TEXT NOT NULL PRIMARY KEY,             -- the form of `name` in which two names are compared
    name    TEXT NOT NULL CHECK (name <> ''),      -- as it was written
    creator TEXT NOT NULL CHECK (creator <> ''),   -- the name that is kept, as in the case folder
    version INTEGER NOT NULL REFERENCES change (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX creator_alias_creator ON creator_alias (creator);

-- Two names that look alike and are two. The smaller voice stands first.
CREATE TABLE creator_distinction (
    voice   TEXT NOT NULL,
    other   TEXT NOT NULL,
    actor   TEXT NOT NULL CHECK (actor <> ''),
    said_at TEXT NOT NULL,
    version INTEGER NOT NULL REFERENCES change (id),
    PRIMARY KEY (voice, other),
    CHECK (voice < other)
) STRICT, WITHOUT ROWID;

-- Levels -------------------------------------------------------------------------------------

-- The levels of the claims with supporting citations, as they were after the change in `level_state`.
-- Derived, and no part of the content: they can be dropped at any time and are computed again. What
-- later changes reach is assessed anew by whoever reads.
CREATE TABLE claim_level (
    claim_id INTEGER PRIMARY KEY REFERENCES claim (id),
    level    TEXT NOT NULL CHECK (level = 'unsupported' OR level = 'single-source'
                 OR level = 'single-origin' OR level = 'apparent' OR level = 'corroborated'),
    sources  INTEGER NOT NULL,
    origins  INTEGER NOT NULL
) STRICT;

CREATE TABLE level_state (
    id        INTEGER PRIMARY KEY CHECK (id = 1),
    change_id INTEGER NOT NULL REFERENCES change (id)
) STRICT;
