-- As in the other synced tables: text is ordered by code point, as on H2.
ALTER TABLE stock_level ALTER COLUMN description TYPE VARCHAR(200) COLLATE "C";
