-- The life of a relationship after discovery, and studies that run by themselves.

-- What forward evidence of a relationship starts from, fixed at its first check. from_at: the close of the last bar there
-- was at discovery; snapshot: the discovering run's (rows of events up to it are not forward data). registered: the effect
-- on the registered side as a bare response; centre: the weight above which an event is on the upper side (NULL: no weight).
CREATE TABLE forward_starts (
    position      INTEGER PRIMARY KEY,
    hypothesis_id BLOB NOT NULL UNIQUE CHECK (length(hypothesis_id) = 32),
    from_at       INTEGER NOT NULL,
    snapshot      INTEGER NOT NULL,
    registered    REAL,
    centre        REAL,
    recorded_at   INTEGER NOT NULL,
    prev_sha256   BLOB NOT NULL CHECK (length(prev_sha256) = 32),
    sha256        BLOB NOT NULL CHECK (length(sha256) = 32)
) STRICT;

-- One bet on one event after discovery. event_at, first_at, last_at: the closes of the event bar and of the window's first
-- and last bar. side: +1 or -1, on which side of the registered direction this event stands. bet: the share put down; gain:
-- what a share of 1 wins; e, decay: both e-processes after it. state: JSON of what they go on from.
CREATE TABLE forward_steps (
    position      INTEGER PRIMARY KEY,
    hypothesis_id BLOB NOT NULL CHECK (length(hypothesis_id) = 32),
    number        INTEGER NOT NULL,
    event_at      INTEGER NOT NULL,
    first_at      INTEGER NOT NULL,
    last_at       INTEGER NOT NULL,
    asset         TEXT NOT NULL,
    side          INTEGER NOT NULL,
    response      REAL,
    bet           REAL,
    gain          REAL,
    e             REAL,
    decay         REAL,
    state         TEXT NOT NULL,
    recorded_at   INTEGER NOT NULL,
    prev_sha256   BLOB NOT NULL CHECK (length(prev_sha256) = 32),
    sha256        BLOB NOT NULL CHECK (length(sha256) = 32),
    UNIQUE (hypothesis_id, number)
) STRICT;

-- Every change of a relationship's status after its discovery, with the sentence that says why.
CREATE TABLE lives (
    position      INTEGER PRIMARY KEY,
    hypothesis_id BLOB NOT NULL CHECK (length(hypothesis_id) = 32),
    at            INTEGER NOT NULL,
    from_status   TEXT NOT NULL,
    to_status     TEXT NOT NULL,
    reason        TEXT NOT NULL,
    prev_sha256   BLOB NOT NULL CHECK (length(prev_sha256) = 32),
    sha256        BLOB NOT NULL CHECK (length(sha256) = 32)
) STRICT;
CREATE INDEX lives_by_hypothesis ON lives (hypothesis_id, position);

CREATE TRIGGER forward_starts_stay BEFORE UPDATE ON forward_starts BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER forward_starts_remain BEFORE DELETE ON forward_starts BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER forward_steps_stay BEFORE UPDATE ON forward_steps BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER forward_steps_remain BEFORE DELETE ON forward_steps BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER lives_stay BEFORE UPDATE ON lives BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER lives_remain BEFORE DELETE ON lives BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

-- A status changes only with its line in the history; what has decayed or is retired does not come back; a validation is
-- for good, and needs the step that reached 20.
CREATE TRIGGER relationships_live BEFORE UPDATE OF status ON relationships WHEN NEW.status IS NOT (
    SELECT to_status FROM lives WHERE hypothesis_id = NEW.hypothesis_id ORDER BY position DESC LIMIT 1)
BEGIN SELECT RAISE(ABORT, 'a status changes only with its history'); END;
CREATE TRIGGER relationships_rest BEFORE UPDATE OF status ON relationships WHEN OLD.status = 'retired'
    OR (OLD.status = 'decayed' AND NEW.status <> 'retired')
BEGIN SELECT RAISE(ABORT, 'what has decayed or is retired does not come back'); END;
CREATE TRIGGER relationships_earn BEFORE UPDATE OF validated_at ON relationships WHEN OLD.validated_at IS NOT NULL
    OR NOT EXISTS (SELECT 1 FROM forward_steps WHERE hypothesis_id = NEW.hypothesis_id AND e >= 20)
BEGIN SELECT RAISE(ABORT, 'only forward evidence validates, once'); END;

-- What was found, for the counts of the ledger.
CREATE INDEX trials_significant ON trials (hypothesis_id) WHERE tier = 'significant';
CREATE INDEX trials_candidate ON trials (hypothesis_id) WHERE tier = 'candidate';

-- Studies that run by themselves. study: the text of the file; rule: as the study's "schedule", canonical JSON.
CREATE TABLE schedules (
    name     TEXT PRIMARY KEY,
    study    TEXT NOT NULL,
    rule     TEXT NOT NULL,
    added_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What came of each turn of a schedule; name '': the check of the relationships. due_at: the time it stands for (NULL: a
-- person asked for it). outcome: done, same (nothing newer to read), failed, cancelled. snapshot: what was looked at.
CREATE TABLE schedule_runs (
    position INTEGER PRIMARY KEY,
    name     TEXT NOT NULL,
    due_at   INTEGER,
    began_at INTEGER NOT NULL,
    ended_at INTEGER NOT NULL,
    outcome  TEXT NOT NULL,
    run      TEXT NOT NULL,
    snapshot INTEGER NOT NULL,
    reason   TEXT NOT NULL
) STRICT;
CREATE INDEX schedule_runs_by_name ON schedule_runs (name, position);
