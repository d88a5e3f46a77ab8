-- As in the other synced tables: text is ordered by code point, as on H2.
ALTER TABLE did ALTER COLUMN reservation_reason TYPE VARCHAR(200) COLLATE "C";
