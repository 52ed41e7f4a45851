-- The first schema of the casebook.
--
-- Rules that hold for every table: STRICT; integer ids inside, keys outside; a text that is not
-- given is NULL, never ''; closed lists as chains of OR (a CHECK with IN costs more than half of a
-- whole load); unique indexes are named, so that a bulk load can build them after the rows; no
-- clock, no randomness, no function of the program in schema or triggers.
--
-- `version` is everywhere the id of the change that last wrote the row: who reads a row and then
-- writes it can tell whether somebody else wrote in between, and who that was; the rows of an
-- import point to it in the same way.

-- 0x54776F53, "TwoS": opening a file checks it before anything else.
PRAGMA application_id = 1417113427;
PRAGMA user_version = 1;

-- History ------------------------------------------------------------------------------------

-- One row for every write, chained by hashes. How each is computed: src/store/chain.rs.
CREATE TABLE change (
    id             INTEGER PRIMARY KEY,            -- from 1, without gaps; also the generation number
    at             TEXT NOT NULL,                  -- RFC 3339, UTC
    actor          TEXT NOT NULL CHECK (actor <> ''),
    action         TEXT NOT NULL CHECK (action <> ''), -- as the command: 'claim add', 'import'
    before         TEXT,                           -- JSON: the records as they were; NULL for none
    after          TEXT,                           -- JSON: the records as they are; an import: its counts
    salt           BLOB,                           -- 16 bytes; NULL once the payload was redacted
    payload_digest BLOB NOT NULL CHECK (length(payload_digest) = 32),
    content_digest BLOB NOT NULL CHECK (length(content_digest) = 32),
    hash           BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

-- Which records a change was about; the records of an import point to it by their version instead.
CREATE TABLE change_subject (
    entity    TEXT NOT NULL CHECK (entity = 'claim' OR entity = 'source' OR entity = 'creator'),
    key       TEXT NOT NULL,
    change_id INTEGER NOT NULL REFERENCES change (id),
    PRIMARY KEY (entity, key, change_id)
) STRICT, WITHOUT ROWID;

-- Sources ------------------------------------------------------------------------------------

-- The kinds of source and the CSL type behind each; a list too long for a CHECK.
CREATE TABLE kind (
    name     TEXT NOT NULL PRIMARY KEY,
    csl_type TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
    id              INTEGER PRIMARY KEY,
    key             TEXT NOT NULL CHECK (key <> ''),
    kind            TEXT NOT NULL REFERENCES kind (name),
    title           TEXT NOT NULL,                 -- may be '' in an imported library
    container       TEXT,
    publisher       TEXT,
    issued          TEXT,                          -- EDTF
    url             TEXT,
    archived_url    TEXT,
    accessed        TEXT,                          -- EDTF
    language        TEXT,
    jurisdiction    TEXT,
    pages           TEXT,
    -- 'derived' wherever the table lineage has rows for the source; the store keeps it so.
    lineage         TEXT NOT NULL CHECK (lineage = 'original' OR lineage = 'derived' OR lineage = 'unknown'),
    standing        TEXT NOT NULL CHECK (standing = 'active' OR standing = 'corrected' OR standing = 'superseded'
                        OR standing = 'withdrawn' OR standing = 'retracted' OR standing = 'overturned'),
    grade           TEXT CHECK (grade BETWEEN 'A' AND 'F' AND length(grade) = 1),
    confidentiality TEXT NOT NULL CHECK (confidentiality = 'open' OR confidentiality = 'background'
                        OR confidentiality = 'confidential'),
    note            TEXT,
    version         INTEGER NOT NULL REFERENCES change (id)
) STRICT;
CREATE UNIQUE INDEX source_key ON source (key);

-- People and bodies. A name as it was written; `voice` is the form in which two are compared.
CREATE TABLE creator (
    id      INTEGER PRIMARY KEY,
    name    TEXT NOT NULL CHECK (name <> ''),
    unnamed INTEGER NOT NULL CHECK (unnamed BETWEEN 0 AND 1), -- 1: the name is withheld, this describes
    voice   TEXT NOT NULL                                     -- NFC of the name as in the case folder
) STRICT;
CREATE UNIQUE INDEX creator_name ON creator (name, unnamed);
CREATE INDEX creator_voice ON creator (voice);

CREATE TABLE creator_role (
    source_id  INTEGER NOT NULL REFERENCES source (id),
    position   INTEGER NOT NULL,
    creator_id INTEGER NOT NULL REFERENCES creator (id),
    role       TEXT NOT NULL CHECK (role = 'author' OR role = 'speaker' OR role = 'interviewee' OR role = 'court'
                   OR role = 'issuer' OR role = 'interviewer' OR role = 'editor' OR role = 'translator'
                   OR role = 'recipient'),
    PRIMARY KEY (source_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX creator_role_creator ON creator_role (creator_id);

-- Identifiers as the user wrote them.
CREATE TABLE identifier (
    source_id INTEGER NOT NULL REFERENCES source (id),
    position  INTEGER NOT NULL,
    scheme    TEXT NOT NULL CHECK (scheme = 'doi' OR scheme = 'isbn' OR scheme = 'ecli' OR scheme = 'docket'
                  OR scheme = 'citation'),
    value     TEXT NOT NULL,
    PRIMARY KEY (source_id, position)
) STRICT, WITHOUT ROWID;

-- What makes two records one source: 'doi:…', 'ecli:…', 'url:…' in canonical form. Derived from
-- `identifier` and `source.url` by the store, in the batch that writes those.
CREATE TABLE strong_identifier (
    source_id INTEGER NOT NULL REFERENCES source (id),
    name      TEXT NOT NULL,
    PRIMARY KEY (source_id, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX strong_identifier_name ON strong_identifier (name);

-- Further CSL variables of a source.
CREATE TABLE variable (
    source_id INTEGER NOT NULL REFERENCES source (id),
    name      TEXT NOT NULL,
    value     TEXT NOT NULL,
    PRIMARY KEY (source_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE source_tag (
    source_id INTEGER NOT NULL REFERENCES source (id),
    position  INTEGER NOT NULL,
    tag       TEXT NOT NULL,
    PRIMARY KEY (source_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX source_tag_tag ON source_tag (tag);

CREATE TABLE lineage (
    source_id INTEGER NOT NULL REFERENCES source (id),
    origin_id INTEGER NOT NULL REFERENCES source (id),
    relation  TEXT NOT NULL CHECK (relation = 'republishes' OR relation = 'translates' OR relation = 'collects'
                  OR relation = 'quotes' OR relation = 'reports' OR relation = 'summarises'),
    note      TEXT,
    version   INTEGER NOT NULL REFERENCES change (id),
    PRIMARY KEY (source_id, origin_id, relation),
    CHECK (source_id <> origin_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX lineage_origin ON lineage (origin_id, source_id);

-- Claims -------------------------------------------------------------------------------------

CREATE TABLE claim (
    id         INTEGER PRIMARY KEY,
    key        TEXT NOT NULL CHECK (key <> ''),
    statement  TEXT NOT NULL CHECK (statement <> ''),
    claimant   TEXT,
    claimed_on TEXT,                               -- EDTF
    nature     TEXT NOT NULL CHECK (nature = 'fact' OR nature = 'record'),
    priority   TEXT NOT NULL CHECK (priority = 'high' OR priority = 'normal' OR priority = 'low'),
    logged_by  TEXT,
    note       TEXT,
    version    INTEGER NOT NULL REFERENCES change (id)
) STRICT;
CREATE UNIQUE INDEX claim_key ON claim (key);

-- The works in which a claim was made; position 0 is the one in claims.csv.
CREATE TABLE appearance (
    claim_id  INTEGER NOT NULL REFERENCES claim (id),
    position  INTEGER NOT NULL,
    source_id INTEGER NOT NULL REFERENCES source (id),
    locator   TEXT,
    quote     TEXT,
    PRIMARY KEY (claim_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX appearance_source ON appearance (source_id);

CREATE TABLE claim_tag (
    claim_id INTEGER NOT NULL REFERENCES claim (id),
    position INTEGER NOT NULL,
    tag      TEXT NOT NULL,
    PRIMARY KEY (claim_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_tag_tag ON claim_tag (tag);

-- Evidence -----------------------------------------------------------------------------------

CREATE TABLE citation (
    id          INTEGER PRIMARY KEY,               -- also the number by which users call it
    claim_id    INTEGER NOT NULL REFERENCES claim (id),
    source_id   INTEGER NOT NULL REFERENCES source (id),
    stance      TEXT NOT NULL CHECK (stance = 'supports' OR stance = 'disputes' OR stance = 'qualifies'
                    OR stance = 'context'),
    locator     TEXT,
    quote       TEXT,
    credibility INTEGER CHECK (credibility BETWEEN 1 AND 6),
    note        TEXT,
    version     INTEGER NOT NULL REFERENCES change (id)
) STRICT;
-- Serves the evidence of one claim, and the stream of all supporting citations in order of claims.
CREATE INDEX citation_claim ON citation (claim_id, stance, source_id);
CREATE INDEX citation_source ON citation (source_id, claim_id, stance);

-- The sources from which the cited source says it has this.
CREATE TABLE attribution (
    citation_id INTEGER NOT NULL REFERENCES citation (id),
    position    INTEGER NOT NULL,
    source_id   INTEGER NOT NULL REFERENCES source (id),
    PRIMARY KEY (citation_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX attribution_source ON attribution (source_id);

-- The highest number that a removed record had: numbers and proposed keys are not used again, so that a
-- noted "citation 4" never means another one.
CREATE TABLE last_number (
    entity TEXT NOT NULL PRIMARY KEY CHECK (entity = 'claim' OR entity = 'citation'),
    number INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Judgements ---------------------------------------------------------------------------------

CREATE TABLE review (
    id          INTEGER PRIMARY KEY,
    claim_id    INTEGER NOT NULL REFERENCES claim (id),
    reviewer    TEXT NOT NULL CHECK (reviewer <> ''),
    verdict     TEXT NOT NULL CHECK (verdict = 'supported' OR verdict = 'refuted'
                    OR verdict = 'conflicting-evidence' OR verdict = 'not-enough-evidence'),
    reviewed_at TEXT NOT NULL,
    note        TEXT,
    version     INTEGER NOT NULL REFERENCES change (id)
) STRICT;
CREATE INDEX review_claim ON review (claim_id);

CREATE TABLE waiver (
    id        INTEGER PRIMARY KEY,
    claim_id  INTEGER NOT NULL REFERENCES claim (id),
    rule      TEXT NOT NULL CHECK (rule <> ''),
    actor     TEXT NOT NULL CHECK (actor <> ''),
    reason    TEXT NOT NULL CHECK (reason <> ''),
    waived_at TEXT NOT NULL,
    version   INTEGER NOT NULL REFERENCES change (id)
) STRICT;
CREATE UNIQUE INDEX waiver_claim_rule ON waiver (claim_id, rule);

-- Full text ----------------------------------------------------------------------------------

-- The words of one record, folded for search. id = 4 × the record's id + 0 for a claim, 1 for a
-- source, 2 for a citation: the record is found from it, and it from the record, without an index.
CREATE TABLE search_text (
    id   INTEGER PRIMARY KEY,
    text TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE search_index USING fts5 (
    text, content = 'search_text', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER search_text_inserted AFTER INSERT ON search_text BEGIN
    INSERT INTO search_index (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER search_text_deleted AFTER DELETE ON search_text BEGIN
    INSERT INTO search_index (search_index, rowid, text) VALUES ('delete', old.id, old.text);
END;
CREATE TRIGGER search_text_updated AFTER UPDATE ON search_text BEGIN
    INSERT INTO search_index (search_index, rowid, text) VALUES ('delete', old.id, old.text);
    INSERT INTO search_index (rowid, text) VALUES (new.id, new.text);
END;

INSERT INTO kind (name, csl_type) VALUES
    ('report', 'report'),
    ('interview', 'interview'),
    ('testimony', 'interview'),
    ('court-ruling', 'legal_case'),
    ('court-filing', 'legal_case'),
    ('hearing', 'hearing'),
    ('legislation', 'legislation'),
    ('bill', 'bill'),
    ('treaty', 'treaty'),
    ('document', 'document'),
    ('statement', 'document'),
    ('press-release', 'document'),
    ('letter', 'personal_communication'),
    ('email', 'personal_communication'),
    ('manuscript', 'manuscript'),
    ('newspaper-article', 'article-newspaper'),
    ('wire-report', 'article-newspaper'),
    ('magazine-article', 'article-magazine'),
    ('journal-article', 'article-journal'),
    ('book', 'book'),
    ('chapter', 'chapter'),
    ('web-page', 'webpage'),
    ('social-post', 'post'),
    ('broadcast', 'broadcast'),
    ('podcast', 'broadcast'),
    ('video', 'motion_picture'),
    ('image', 'graphic'),
    ('map', 'map'),
    ('speech', 'speech'),
    ('dataset', 'dataset'),
    ('thesis', 'thesis'),
    ('patent', 'patent'),
    ('software', 'software'),
    ('article', 'article'),
    ('classic', 'classic'),
    ('collection', 'collection'),
    ('entry', 'entry'),
    ('entry-dictionary', 'entry-dictionary'),
    ('entry-encyclopedia', 'entry-encyclopedia'),
    ('event', 'event'),
    ('figure', 'figure'),
    ('musical_score', 'musical_score'),
    ('pamphlet', 'pamphlet'),
    ('paper-conference', 'paper-conference'),
    ('performance', 'performance'),
    ('periodical', 'periodical'),
    ('post-weblog', 'post-weblog'),
    ('regulation', 'regulation'),
    ('review', 'review'),
    ('review-book', 'review-book'),
    ('song', 'song'),
    ('standard', 'standard');
