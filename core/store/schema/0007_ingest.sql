-- Collecting by itself: what each source is set to and how it fares, the durable queue, what was refused, figures by day.

-- One row per source that was ever switched on. settings: JSON without secrets. Instants are microseconds UTC.
CREATE TABLE sources (
    source       TEXT PRIMARY KEY,
    enabled      INTEGER NOT NULL,
    settings     TEXT NOT NULL,
    next_at      INTEGER,          -- when it is asked next
    tried_at     INTEGER,          -- last attempt
    succeeded_at INTEGER,          -- last attempt that brought data, or a provider's honest "nothing new"
    covered_to   INTEGER,          -- everything before it was asked for
    failures     INTEGER NOT NULL, -- in a row
    fault        TEXT              -- of the last attempt: a sentence, or NULL
) STRICT, WITHOUT ROWID;

-- The queue. stage: 0 fetch, 1 transform. what: canonical JSON of the request; before it
-- the hex hash of the payload to transform.
-- state: 0 waiting, 1 running (until leased_until, by token), 2 done, 3 failed for good (a person may retry it).
-- batch: the backfill it belongs to.
CREATE TABLE jobs (
    job          INTEGER PRIMARY KEY,
    source       TEXT NOT NULL,
    stage        INTEGER NOT NULL,
    what         TEXT NOT NULL,
    state        INTEGER NOT NULL,
    due_at       INTEGER NOT NULL,
    attempts     INTEGER NOT NULL,
    token        TEXT,
    leased_until INTEGER,
    batch        INTEGER,
    created_at   INTEGER NOT NULL,
    ended_at     INTEGER,
    reason       TEXT
) STRICT;

-- The same thing is never asked for twice at once.
CREATE UNIQUE INDEX jobs_open ON jobs (source, stage, what) WHERE state < 2;
CREATE INDEX jobs_due ON jobs (stage, state, source, due_at);
CREATE INDEX jobs_batch ON jobs (batch, state) WHERE batch IS NOT NULL;
CREATE INDEX jobs_ended ON jobs (source, stage, what, ended_at) WHERE state = 2;

-- A range of days asked for at once.
CREATE TABLE backfills (
    batch      INTEGER PRIMARY KEY,
    source     TEXT NOT NULL,
    from_at    INTEGER NOT NULL,
    to_at      INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

-- Records of a payload that could not be used, by reason; examples: JSON list of [record, text].
CREATE TABLE refusals (
    sha256   BLOB NOT NULL,
    reason   TEXT NOT NULL,
    count    INTEGER NOT NULL,
    examples TEXT NOT NULL,
    PRIMARY KEY (sha256, reason)
) STRICT, WITHOUT ROWID;

-- Times at which nothing could be collected, so that silence is not taken for calm.
CREATE TABLE gaps (
    source  TEXT NOT NULL,
    from_at INTEGER NOT NULL,
    to_at   INTEGER NOT NULL,
    reason  TEXT NOT NULL,
    filled  INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (source, from_at)
) STRICT, WITHOUT ROWID;

-- Figures of a source on one day (UTC). lags: JSON list of counts; the n-th is of lags below 2^n seconds.
CREATE TABLE source_days (
    source     TEXT NOT NULL,
    day        INTEGER NOT NULL,
    requests   INTEGER NOT NULL DEFAULT 0,
    bytes      INTEGER NOT NULL DEFAULT 0,
    records    INTEGER NOT NULL DEFAULT 0,
    stored     INTEGER NOT NULL DEFAULT 0,
    duplicates INTEGER NOT NULL DEFAULT 0,
    refused    INTEGER NOT NULL DEFAULT 0,
    parse_us   INTEGER NOT NULL DEFAULT 0,
    lags       TEXT NOT NULL DEFAULT '[]',
    PRIMARY KEY (source, day)
) STRICT, WITHOUT ROWID;

-- What a provider said of an answer, so that it is asked for again only if it changed.
CREATE TABLE validators (
    source        TEXT NOT NULL,
    what          TEXT NOT NULL,
    etag          TEXT NOT NULL,
    last_modified TEXT NOT NULL,
    PRIMARY KEY (source, what)
) STRICT, WITHOUT ROWID;
