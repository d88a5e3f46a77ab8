-- Why an edit was made, in its author's words.
ALTER TABLE operation ADD COLUMN IF NOT EXISTS reason VARCHAR;
