-- The fourth schema: other spellings of names, which somebody has said are the same person or body.

PRAGMA user_version = 4;

-- A name that is known to be another spelling: where it comes in, the other is written for it. No name
-- that is written for another is itself the spelling of a third; the store keeps it so.
CREATE TABLE creator_alias (
    spelling TEXT NOT NULL PRIMARY KEY CHECK (spelling <> ''), -- in the form in which names are compared
    name     TEXT NOT NULL CHECK (name <> ''),                 -- as it is written
    actor    TEXT NOT NULL CHECK (actor <> ''),
    said_at  TEXT NOT NULL,
    version  INTEGER NOT NULL REFERENCES change (id),
    CHECK (spelling <> name)
) STRICT, WITHOUT ROWID;
