-- Lists of symbols that people keep, with their past: a study that names one is repeatable on an old snapshot.

-- One row per name a list has had. It is in force for snapshots from `seq` on and, unless it is NULL, before `gone`.
CREATE TABLE watchlists (
    list INTEGER NOT NULL,
    seq  INTEGER NOT NULL,
    name TEXT NOT NULL COLLATE NOCASE,
    gone INTEGER,
    PRIMARY KEY (list, seq)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX watchlist_names ON watchlists (name) WHERE gone IS NULL;

-- One row per stay of a symbol on a list; they are shown by `position`.
CREATE TABLE watchlist_symbols (
    list     INTEGER NOT NULL,
    symbol   TEXT NOT NULL,
    seq      INTEGER NOT NULL,
    position INTEGER NOT NULL,
    gone     INTEGER,
    PRIMARY KEY (list, symbol, seq)
) STRICT, WITHOUT ROWID;
