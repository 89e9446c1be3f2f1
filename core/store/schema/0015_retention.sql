-- For how many years of their timestamps events of a source stay at hand (the running year is the first), and the
-- folder older ones go to; archive '': they are removed. Raw payloads always stay.
CREATE TABLE retention (
    source  TEXT PRIMARY KEY,
    years   INTEGER NOT NULL CHECK (years > 0),
    archive TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What was taken out of the lake: snapshots before seq no longer tell what they told.
CREATE TABLE removals (
    seq         INTEGER PRIMARY KEY,
    source      TEXT NOT NULL,
    before_year INTEGER NOT NULL,
    rows        INTEGER NOT NULL,
    files       INTEGER NOT NULL,
    archive     TEXT NOT NULL,
    removed_at  INTEGER NOT NULL
) STRICT;
