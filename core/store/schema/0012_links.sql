-- Sets of links (event entity to instrument) that a run asked by, for good: the files they came from may be edited.
-- sha256: of content in hexadecimal; content: canonical JSON (core/sources/links.h).
CREATE TABLE links (
    sha256  TEXT PRIMARY KEY CHECK (length(sha256) = 64),
    content TEXT NOT NULL,
    kept_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
