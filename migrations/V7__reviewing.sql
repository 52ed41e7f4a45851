-- The seventh schema: how many reviewers a casebook asks for, and who is to review which claim.

PRAGMA user_version = 7;

-- Judgements ---------------------------------------------------------------------------------

-- What has to be so before a verdict stands. One row at most; without it one reviewer is enough, whoever
-- that is.
CREATE TABLE review_policy (
    id            INTEGER PRIMARY KEY CHECK (id = 1),
    required      INTEGER NOT NULL CHECK (required BETWEEN 1 AND 9),
    not_by_logger INTEGER NOT NULL CHECK (not_by_logger BETWEEN 0 AND 1), -- 1: who logged a claim is no reviewer
    actor         TEXT NOT NULL CHECK (actor <> ''),
    set_at        TEXT NOT NULL,
    version       INTEGER NOT NULL REFERENCES change (id)
) STRICT;

-- Who is to review a claim.
CREATE TABLE assignment (
    id          INTEGER PRIMARY KEY,
    claim_id    INTEGER NOT NULL REFERENCES claim (id),
    reviewer    TEXT NOT NULL CHECK (reviewer <> ''),
    assigned_by TEXT NOT NULL CHECK (assigned_by <> ''),
    assigned_at TEXT NOT NULL,
    version     INTEGER NOT NULL REFERENCES change (id)
) STRICT;
CREATE UNIQUE INDEX assignment_claim_reviewer ON assignment (claim_id, reviewer);

-- Sources ------------------------------------------------------------------------------------

-- Finds the few sources that are not open to everybody without a look at all the others. A question is
-- answered from it where it says `confidentiality <> 'open'` in these words; where the rows are to come in
-- order, it has to say `ORDER BY +id`, or else SQLite may walk through the whole table.
CREATE INDEX source_withheld ON source (id) WHERE confidentiality <> 'open';
