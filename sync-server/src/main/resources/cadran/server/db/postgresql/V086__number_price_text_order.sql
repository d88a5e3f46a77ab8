-- As in the other synced tables: text is ordered by code point.
ALTER TABLE number_price ALTER COLUMN currency TYPE VARCHAR(3) COLLATE "C";
ALTER TABLE number_price ALTER COLUMN description TYPE VARCHAR(200) COLLATE "C";
