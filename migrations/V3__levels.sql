-- The third schema: the levels of claims, kept so that they need not be worked out for every look.
--
-- They follow from the other tables and are no part of the content that history answers for. A row
-- that is there is right: every batch that writes something a level follows from takes the rows of
-- the claims that it can reach away, and who finds none works the level out. A release that changes
-- what follows from the records empties both tables in its migration.

PRAGMA user_version = 3;

CREATE TABLE claim_level (
    claim_id INTEGER PRIMARY KEY REFERENCES claim (id),
    level    TEXT NOT NULL CHECK (level = 'unsupported' OR level = 'single-source' OR level = 'single-origin'
                 OR level = 'apparent' OR level = 'corroborated'),
    sources  INTEGER NOT NULL,                     -- from how many sources support paths start
    origins  INTEGER NOT NULL                      -- how many origins they reach
) STRICT;

-- What lies on every support path of a claim with a row in claim_level; of the three columns one is
-- given. A source has no REFERENCES here: whenever one is removed, all these rows would be looked through.
CREATE TABLE weakest_point (
    claim_id   INTEGER NOT NULL REFERENCES claim (id),
    position   INTEGER NOT NULL,
    source_id  INTEGER,
    voice      TEXT,                               -- as creator.voice
    identifier TEXT,                               -- as strong_identifier.name
    PRIMARY KEY (claim_id, position),
    CHECK ((source_id IS NOT NULL) + (voice IS NOT NULL) + (identifier IS NOT NULL) = 1)
) STRICT, WITHOUT ROWID;
