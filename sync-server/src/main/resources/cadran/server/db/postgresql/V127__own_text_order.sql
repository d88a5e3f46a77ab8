-- As in the other synced tables: text is ordered by code point, as on H2.
ALTER TABLE carrier_account
  ALTER COLUMN name TYPE VARCHAR(100) COLLATE "C",
  ALTER COLUMN account_reference TYPE VARCHAR(100) COLLATE "C";
ALTER TABLE own_field
  ALTER COLUMN name TYPE VARCHAR(40) COLLATE "C",
  ALTER COLUMN kind TYPE VARCHAR(20) COLLATE "C",
  ALTER COLUMN choices TYPE VARCHAR(2000) COLLATE "C";
ALTER TABLE own_value ALTER COLUMN text_value TYPE VARCHAR(500) COLLATE "C";
