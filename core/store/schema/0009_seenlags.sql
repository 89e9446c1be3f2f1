-- How long after they happened facts were first seen by a running collector, by day (UTC): what a lag rule is measured by.
-- lags: JSON list of counts; the n-th is of lags below 2^n seconds.
CREATE TABLE seen_lags (
    source     TEXT NOT NULL,
    event_type TEXT NOT NULL,
    day        INTEGER NOT NULL,
    lags       TEXT NOT NULL,
    PRIMARY KEY (source, event_type, day)
) STRICT, WITHOUT ROWID;
