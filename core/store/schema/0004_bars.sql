-- What is known beside the bars in the lake: which series exist, ticks by day, instruments and corporate actions.

-- One row per import that stored bars of a series: how many, over which time. The reader takes the source with the
-- most bars (core/store/barstore.h); a writer learns here which bars it must be compared with.
CREATE TABLE bar_sources (
    interval TEXT NOT NULL,
    symbol   TEXT NOT NULL,
    source   TEXT NOT NULL,
    seq      INTEGER NOT NULL,
    rows     INTEGER NOT NULL,
    ts_min   INTEGER NOT NULL,
    ts_max   INTEGER NOT NULL,
    PRIMARY KEY (interval, symbol, source, seq)
) STRICT, WITHOUT ROWID;

-- One row per version of a day of ticks or quotes; the one with the highest seq is in force.
-- digest: SHA-256 of the rows in order, so that the same day is not stored twice.
CREATE TABLE tick_days (
    kind   TEXT NOT NULL,
    symbol TEXT NOT NULL,
    day    INTEGER NOT NULL,
    seq    INTEGER NOT NULL,
    source TEXT NOT NULL,
    rows   INTEGER NOT NULL,
    digest BLOB NOT NULL,
    file   TEXT NOT NULL,
    PRIMARY KEY (kind, symbol, day, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE instruments (
    symbol   TEXT PRIMARY KEY,
    name     TEXT NOT NULL,
    kind     TEXT NOT NULL,
    exchange TEXT NOT NULL,
    currency TEXT NOT NULL,
    sector   TEXT NOT NULL,
    metadata TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Every version of every action; in force is the last by (known_at, seq) of (symbol, kind, effective, source).
CREATE TABLE actions (
    symbol    TEXT NOT NULL,
    kind      INTEGER NOT NULL,
    effective INTEGER NOT NULL,
    source    TEXT NOT NULL,
    known_at  INTEGER NOT NULL,
    seq       INTEGER NOT NULL,
    factor    REAL NOT NULL,
    successor TEXT NOT NULL,
    PRIMARY KEY (symbol, effective, kind, source, known_at, seq)
) STRICT, WITHOUT ROWID;
