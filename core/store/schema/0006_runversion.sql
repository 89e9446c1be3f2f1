-- Which version of the program made a run; '' for runs from before it was kept.
ALTER TABLE runs ADD COLUMN program TEXT NOT NULL DEFAULT '';
