-- Which lake files exist, what they hold, and the hot tier of events.

-- The truth about the lake (architecture: The workspace). part: the source of events, the interval of bars.
-- key_min and key_max: event types, symbols. superseded: how many of its rows have a row in `superseded`.
-- superseded_seq: the latest seq of those. history: only versions that are no longer in force. replaced_at: rows moved to other files; unlinked a day later.
CREATE TABLE manifest (
    file           TEXT PRIMARY KEY,
    kind           TEXT NOT NULL,
    part           TEXT NOT NULL,
    key_min        TEXT NOT NULL,
    key_max        TEXT NOT NULL,
    ts_min         INTEGER NOT NULL,
    ts_max         INTEGER NOT NULL,
    known_max      INTEGER NOT NULL,
    seq_min        INTEGER NOT NULL,
    seq_max        INTEGER NOT NULL,
    rows           INTEGER NOT NULL,
    bytes          INTEGER NOT NULL,
    sha256         BLOB NOT NULL CHECK (length(sha256) = 32),
    history        INTEGER NOT NULL DEFAULT 0,
    superseded     INTEGER NOT NULL DEFAULT 0,
    superseded_seq INTEGER NOT NULL DEFAULT 0,
    mtime          INTEGER NOT NULL,
    inode          INTEGER NOT NULL,
    checked_at     INTEGER NOT NULL,
    quarantined_at INTEGER,
    replaced_at    INTEGER
) STRICT, WITHOUT ROWID;

-- Hot events. place = seq × 2^20 + position in the commit: rows are only ever appended, and the rows of a commit
-- are one range. There is no index on id: a unique index on random 16-byte keys dirties nearly every leaf page at
-- every commit. (id, revision) stays unique because every writer looks ids up, under the write lock, in what
-- event_commits tells it (core/store/hotevents.h).
CREATE TABLE events (
    place          INTEGER PRIMARY KEY,
    id             BLOB NOT NULL,
    revision       INTEGER NOT NULL,
    seq            INTEGER NOT NULL,
    timestamp      INTEGER NOT NULL,
    known_at       INTEGER NOT NULL,
    known_basis    INTEGER NOT NULL,
    precision      INTEGER NOT NULL,
    source         TEXT NOT NULL,
    event_type     TEXT NOT NULL,
    entity         TEXT NOT NULL,
    value          REAL,
    unit           TEXT NOT NULL,
    text           TEXT NOT NULL,
    metadata       TEXT NOT NULL,
    raw_sha256     BLOB NOT NULL,
    parser         TEXT NOT NULL,
    parser_version INTEGER NOT NULL,
    ingested_at    INTEGER NOT NULL
) STRICT;

-- One row per commit that has hot rows: how many, the latest ingested_at, and the 64-bit hashes of their ids in order.
CREATE TABLE event_commits (
    seq          INTEGER PRIMARY KEY,
    rows         INTEGER NOT NULL,
    ingested_max INTEGER NOT NULL,
    id_hashes    BLOB NOT NULL
) STRICT;

-- A version and from when on another one is in force; seq: the commit since which that is known. file: where the
-- version is now (NULL: hot). A version that got an older successor later has two rows: the earliest counts.
CREATE TABLE superseded (
    id            BLOB NOT NULL,
    revision      INTEGER NOT NULL,
    superseded_at INTEGER NOT NULL,
    seq           INTEGER NOT NULL,
    file          TEXT
) STRICT;
CREATE INDEX superseded_file ON superseded(file, seq);
