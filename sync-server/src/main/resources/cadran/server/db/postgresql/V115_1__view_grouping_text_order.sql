-- As in the other synced tables: text is ordered by code point, as on H2.
ALTER TABLE saved_view ALTER COLUMN grouped_by TYPE VARCHAR(40) COLLATE "C";
