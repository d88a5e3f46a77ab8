-- Runs after every start, so that no later migration can forget a table: whatever has an org_id shows its rows only
-- to a transaction that named the organisation. Without a name the setting is null or empty and nothing matches.
DO $$
DECLARE
  t record;
BEGIN
  PERFORM pg_advisory_xact_lock(4279873411);
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO cadran_app', current_schema());
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO cadran_app', current_schema());
  EXECUTE format('GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA %I TO cadran_app', current_schema());
  REVOKE INSERT, UPDATE, DELETE ON flyway_schema_history FROM cadran_app;

  -- The audit log only grows; the one change allowed takes the personal part out.
  REVOKE UPDATE, DELETE ON audit_entry FROM cadran_app;
  GRANT UPDATE (details, salt) ON audit_entry TO cadran_app;
  REVOKE DELETE ON audit_head FROM cadran_app;
  IF NOT EXISTS (SELECT 1 FROM pg_policy WHERE polrelid = 'audit_entry'::regclass AND polname = 'only_erasure') THEN
    CREATE POLICY only_erasure ON audit_entry AS RESTRICTIVE FOR UPDATE
      USING (true) WITH CHECK (details IS NULL AND salt IS NULL);
  END IF;

  FOR t IN
    SELECT c.oid, c.relname, c.relrowsecurity AND c.relforcerowsecurity AS forced,
           EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'organisation') AS has_policy
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'org_id' AND NOT a.attisdropped
    WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace
  LOOP
    IF NOT t.forced THEN
      EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t.relname);
      EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t.relname);
    END IF;
    IF NOT t.has_policy THEN
      EXECUTE format(
        'CREATE POLICY organisation ON %I USING (org_id = nullif(current_setting(''cadran.org'', true), '''')::uuid)',
        t.relname);
    END IF;
  END LOOP;
END
$$;
