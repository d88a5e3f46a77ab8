-- Text of the synced tables is ordered by code point, as on H2: the same pages on both, and an index serves prefixes.
DO $$
DECLARE
  c record;
BEGIN
  FOR c IN
    SELECT table_name, column_name, character_maximum_length AS size
    FROM information_schema.columns
    WHERE table_schema = current_schema() AND data_type = 'character varying'
      AND table_name IN ('dialing_code', 'region', 'carrier', 'number_type', 'equipment', 'cloud', 'customer', 'customer_group', 'campaign', 'did')
  LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN %I TYPE VARCHAR(%s) COLLATE "C"', c.table_name, c.column_name, c.size);
  END LOOP;
END
$$;
