-- Walks: studies scored year by year on what came next. They ask nothing for belief and register no family, but are
-- remembered as the ledger is: append-only, chained by hash. from_at, to_at: what was scored; step: "1y"; result: JSON.
CREATE TABLE walks (
    position    INTEGER PRIMARY KEY,
    walk        TEXT NOT NULL UNIQUE,
    study       TEXT NOT NULL,
    snapshot    INTEGER NOT NULL,
    from_at     INTEGER NOT NULL,
    to_at       INTEGER NOT NULL,
    step        TEXT NOT NULL,
    questions   INTEGER NOT NULL,
    found       INTEGER NOT NULL,
    scored      INTEGER NOT NULL,
    held        INTEGER NOT NULL,
    result      TEXT NOT NULL,
    program     TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    prev_sha256 BLOB NOT NULL CHECK (length(prev_sha256) = 32),
    sha256      BLOB NOT NULL CHECK (length(sha256) = 32)
) STRICT;

CREATE TRIGGER walks_stay BEFORE UPDATE ON walks BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER walks_remain BEFORE DELETE ON walks BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
