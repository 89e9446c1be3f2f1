-- The revisions of an id that were in force once: a version that comes again gets none of them.
CREATE INDEX superseded_id ON superseded(id, revision);
