-- As in the other synced tables: text is ordered by code point, as on H2.
ALTER TABLE member ALTER COLUMN name TYPE VARCHAR(100) COLLATE "C";
