-- The second schema: how grave the findings of a rule are in this casebook, and which names that look
-- like one are two.

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

-- Voices -------------------------------------------------------------------------------------

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
