-- The catalog itself: what it has become, how far it counts, who works on it, which payloads the vault holds.
CREATE TABLE migrations (
    number     INTEGER PRIMARY KEY,
    name       TEXT NOT NULL,
    applied_at INTEGER NOT NULL
) STRICT;

-- The commit counter: every stored row carries the value it had, for life (architecture: Identity, versions, snapshots).
CREATE TABLE commits (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    seq  INTEGER NOT NULL
) STRICT;
INSERT INTO commits VALUES (1, 0);

-- Who does what must not be done twice at once. reserved_seq: the first number given to rows that are still being
-- written outside the catalog; snapshots stay below it until they are committed.
CREATE TABLE leases (
    name         TEXT PRIMARY KEY,
    token        TEXT NOT NULL,
    purpose      TEXT NOT NULL,
    host         TEXT NOT NULL,
    pid          INTEGER NOT NULL,
    boot_id      TEXT NOT NULL,
    taken_at     INTEGER NOT NULL,
    heartbeat_at INTEGER NOT NULL,
    reserved_seq INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One row per payload of the vault; sha256 is of the decoded bytes, stored_sha256 of the compressed file.
-- parser is NULL until a transform has read it whole.
CREATE TABLE artifacts (
    sha256         BLOB PRIMARY KEY CHECK (length(sha256) = 32),
    stored_sha256  BLOB NOT NULL CHECK (length(stored_sha256) = 32),
    source         TEXT NOT NULL,
    file           TEXT NOT NULL,
    bytes          INTEGER NOT NULL,
    stored_bytes   INTEGER NOT NULL,
    fetched_at     INTEGER NOT NULL,
    origin         TEXT NOT NULL,
    parser         TEXT,
    parser_version INTEGER,
    damaged_at     INTEGER
) STRICT, WITHOUT ROWID;
