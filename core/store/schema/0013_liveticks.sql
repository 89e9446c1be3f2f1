-- Ticks and quotes that come a handful at a time, until they are folded into the day files of the lake.
-- base: seq of the version of the day (tick_days) that the row adds to; 0: there was none.
-- nth: which of the equal rows of one payload it is; two equal trades are two trades, the same payload again is not.
CREATE TABLE live_ticks (
    place      INTEGER PRIMARY KEY,
    symbol     TEXT NOT NULL,
    day        INTEGER NOT NULL,
    base       INTEGER NOT NULL,
    ts         INTEGER NOT NULL,
    price      REAL,
    size       REAL,
    exchange   TEXT NOT NULL,
    condition  TEXT NOT NULL,
    flag       INTEGER NOT NULL,
    nth        INTEGER NOT NULL,
    seq        INTEGER NOT NULL,
    source     TEXT NOT NULL,
    raw_sha256 BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX live_ticks_once ON live_ticks
    (symbol, day, base, ts, ifnull(price, -1e308), ifnull(size, -1e308), exchange, condition, flag, nth);

CREATE TABLE live_quotes (
    place      INTEGER PRIMARY KEY,
    symbol     TEXT NOT NULL,
    day        INTEGER NOT NULL,
    base       INTEGER NOT NULL,
    ts         INTEGER NOT NULL,
    bid        REAL,
    bid_size   REAL,
    ask        REAL,
    ask_size   REAL,
    nth        INTEGER NOT NULL,
    seq        INTEGER NOT NULL,
    source     TEXT NOT NULL,
    raw_sha256 BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX live_quotes_once ON live_quotes
    (symbol, day, base, ts, ifnull(bid, -1e308), ifnull(bid_size, -1e308), ifnull(ask, -1e308),
     ifnull(ask_size, -1e308), nth);

-- The live stream of a source: how it fares, and until when it was listened to.
CREATE TABLE streams (
    source   TEXT PRIMARY KEY,
    state    TEXT NOT NULL,
    since    INTEGER NOT NULL,
    sentence TEXT NOT NULL,
    heard_at INTEGER
) STRICT, WITHOUT ROWID;
