-- What companies are called over time: tickers, names, industries, as sources told them (core/domain/companynames.h).
-- One row per change: from `at` on the company (a CIK in ten digits) is called so, or, with ends = 1, no longer.
-- kind: ticker, name, sic; basis: filed, listed, stated; key: the value in the spelling it is found by.
CREATE TABLE instrument_names (
    company  TEXT NOT NULL CHECK (length(company) = 10),
    kind     TEXT NOT NULL,
    key      TEXT NOT NULL,
    value    TEXT NOT NULL,
    at       INTEGER NOT NULL,
    known_at INTEGER NOT NULL,
    ends     INTEGER NOT NULL CHECK (ends IN (0, 1)),
    basis    TEXT NOT NULL,
    source   TEXT NOT NULL,
    seq      INTEGER NOT NULL,
    PRIMARY KEY (company, kind, key, at, known_at, source, ends)
) STRICT, WITHOUT ROWID;

CREATE INDEX instrument_names_by_key ON instrument_names (key, kind);

CREATE INDEX actions_by_successor ON actions (successor) WHERE successor <> '';
