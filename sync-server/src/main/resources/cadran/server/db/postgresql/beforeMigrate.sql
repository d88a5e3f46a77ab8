-- The role that the pool becomes. Nodes that start together take turns.
DO $$
BEGIN
  PERFORM pg_advisory_xact_lock(4279873411);
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'cadran_app') THEN
    CREATE ROLE cadran_app NOLOGIN NOSUPERUSER NOBYPASSRLS;
  END IF;
  IF NOT pg_has_role(current_user, 'cadran_app', 'SET') THEN
    EXECUTE format('GRANT cadran_app TO %I', current_user);
  END IF;
END
$$;
