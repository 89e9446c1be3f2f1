-- The ledger: every question ever asked and what came out, append-only and chained by hash; runs and relationships.
-- sha256 of a row = SHA-256 of (prev_sha256, its content); prev_sha256 = sha256 of the row before it in the table.

-- A family is registered before its first transform; a hypothesis is a coordinate on its axes.
CREATE TABLE families (
    position      INTEGER PRIMARY KEY,
    family_id     BLOB NOT NULL UNIQUE CHECK (length(family_id) = 32),
    spec          TEXT NOT NULL,
    spec_sha256   BLOB NOT NULL CHECK (length(spec_sha256) = 32),
    axes_sha256   BLOB NOT NULL CHECK (length(axes_sha256) = 32),
    model_sha256  BLOB NOT NULL CHECK (length(model_sha256) = 32),
    m             INTEGER NOT NULL,
    m_new         INTEGER NOT NULL,
    calendar      BLOB NOT NULL CHECK (length(calendar) = 32),
    sample        TEXT NOT NULL,
    sample_from   INTEGER NOT NULL,
    sample_to     INTEGER NOT NULL,
    "restrict"    TEXT NOT NULL,
    snapshot      INTEGER NOT NULL,
    run           TEXT NOT NULL,
    registered_at INTEGER NOT NULL,
    prev_sha256   BLOB NOT NULL CHECK (length(prev_sha256) = 32),
    sha256        BLOB NOT NULL CHECK (length(sha256) = 32)
) STRICT;
CREATE INDEX families_by_model ON families (model_sha256);

-- axis: event, asset, window (items by hash), and pair when not all pairs are asked: item_sha256 is then a mask, bit
-- event · assets + asset, lowest first.
CREATE TABLE family_axes (
    family_id   BLOB NOT NULL,
    axis        TEXT NOT NULL,
    position    INTEGER NOT NULL,
    item_sha256 BLOB NOT NULL,
    label       TEXT NOT NULL,
    PRIMARY KEY (family_id, axis, position)
) STRICT, WITHOUT ROWID;

-- What came out. tier: significant, candidate, none, or "not shown" for a run cancelled before anything was shown.
CREATE TABLE trials (
    position      INTEGER PRIMARY KEY,
    family_id     BLOB NOT NULL CHECK (length(family_id) = 32),
    run           TEXT NOT NULL,
    coordinate    INTEGER NOT NULL,
    hypothesis_id BLOB NOT NULL CHECK (length(hypothesis_id) = 32),
    tier          TEXT NOT NULL,
    n             INTEGER NOT NULL,
    effect        REAL,
    t             REAL,
    y             REAL,
    p_adjusted    REAL,
    finding       TEXT,
    recorded_at   INTEGER NOT NULL,
    prev_sha256   BLOB NOT NULL CHECK (length(prev_sha256) = 32),
    sha256        BLOB NOT NULL CHECK (length(sha256) = 32)
) STRICT;
CREATE INDEX trials_by_family ON trials (family_id, coordinate);
CREATE INDEX trials_by_hypothesis ON trials (hypothesis_id);

-- Openings of the sealed hold-out: one act per relationship, kept whatever it shows.
CREATE TABLE unseals (
    position      INTEGER PRIMARY KEY,
    hypothesis_id BLOB NOT NULL UNIQUE CHECK (length(hypothesis_id) = 32),
    family_id     BLOB NOT NULL CHECK (length(family_id) = 32),
    opened_at     INTEGER NOT NULL,
    n             INTEGER NOT NULL,
    effect        REAL,
    t             REAL,
    p             REAL,
    p_holm        REAL,
    confirmed     INTEGER NOT NULL,
    prev_sha256   BLOB NOT NULL CHECK (length(prev_sha256) = 32),
    sha256        BLOB NOT NULL CHECK (length(sha256) = 32)
) STRICT;

-- status: running, done, cancelled, failed. maxima: the joint null M(s) as 32-bit floats. trials_head: the last trial
-- of the run and its hash, so that a missing end of the chain is seen.
CREATE TABLE runs (
    run           TEXT PRIMARY KEY,
    family_id     BLOB NOT NULL,
    study         TEXT NOT NULL,
    snapshot      INTEGER NOT NULL,
    as_of         INTEGER,
    sealed_from   INTEGER,
    status        TEXT NOT NULL,
    hypotheses    INTEGER NOT NULL,
    significant   INTEGER NOT NULL DEFAULT 0,
    candidates    INTEGER NOT NULL DEFAULT 0,
    expected_false REAL NOT NULL DEFAULT 0,
    result_hash   TEXT NOT NULL DEFAULT '',
    elapsed_ms    INTEGER NOT NULL DEFAULT 0,
    report        TEXT NOT NULL DEFAULT '',
    maxima        BLOB,
    trials_head   INTEGER,
    trials_sha256 BLOB,
    started_at    INTEGER NOT NULL,
    finished_at   INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX runs_by_family ON runs (family_id, status);

-- What is believed, and how it fares. edge: mean abnormal return per event minus the unconditional mean, in basis points.
CREATE TABLE relationships (
    hypothesis_id BLOB PRIMARY KEY CHECK (length(hypothesis_id) = 32),
    family_id     BLOB NOT NULL,
    run           TEXT NOT NULL,
    event         TEXT NOT NULL,
    asset         TEXT NOT NULL,
    first         INTEGER NOT NULL,
    last          INTEGER NOT NULL,
    statistic     TEXT NOT NULL,
    tier          TEXT NOT NULL,
    n             INTEGER NOT NULL,
    effect        REAL,
    unit          TEXT NOT NULL,
    t             REAL,
    p_value       REAL,
    p_adjusted    REAL,
    hit_rate      REAL,
    base_rate     REAL,
    edge          REAL,
    status        TEXT NOT NULL,
    definition    TEXT NOT NULL,
    discovered_at INTEGER NOT NULL,
    validated_at  INTEGER
) STRICT, WITHOUT ROWID;

CREATE TRIGGER families_stay BEFORE UPDATE ON families BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER families_remain BEFORE DELETE ON families BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER family_axes_stay BEFORE UPDATE ON family_axes BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER family_axes_remain BEFORE DELETE ON family_axes BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER trials_stay BEFORE UPDATE ON trials BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER trials_remain BEFORE DELETE ON trials BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER unseals_stay BEFORE UPDATE ON unseals BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER unseals_remain BEFORE DELETE ON unseals BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
