-- Text of ranges is ordered by code point, as on H2: bounds are compared, and lists are paged by them.
ALTER TABLE number_range
  ALTER COLUMN first_number TYPE VARCHAR(16) COLLATE "C",
  ALTER COLUMN last_number TYPE VARCHAR(16) COLLATE "C",
  ALTER COLUMN head_number TYPE VARCHAR(16) COLLATE "C",
  ALTER COLUMN trunk TYPE VARCHAR(100) COLLATE "C",
  ALTER COLUMN contract_reference TYPE VARCHAR(100) COLLATE "C",
  ALTER COLUMN notes TYPE VARCHAR(10000) COLLATE "C",
  ALTER COLUMN currency TYPE VARCHAR(3) COLLATE "C";
