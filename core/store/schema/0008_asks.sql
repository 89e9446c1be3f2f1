-- What each payload of the vault was the answer to (canonical JSON), so that a newer parser can read it as the first did.
CREATE TABLE asks (
    sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
    ask    TEXT NOT NULL,
    PRIMARY KEY (sha256, ask)
) STRICT, WITHOUT ROWID;
