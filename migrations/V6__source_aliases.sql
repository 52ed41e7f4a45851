-- The sixth schema: other keys by which a source is known, from libraries that have it under another.

PRAGMA user_version = 6;

-- No alias is the key of a source, the store keeps it so: a key never means two.
CREATE TABLE source_alias (
    source_id INTEGER NOT NULL REFERENCES source (id),
    position  INTEGER NOT NULL,
    alias     TEXT NOT NULL CHECK (alias <> ''),
    PRIMARY KEY (source_id, position)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX source_alias_alias ON source_alias (alias);
