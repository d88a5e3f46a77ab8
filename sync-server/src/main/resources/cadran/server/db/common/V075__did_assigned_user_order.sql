-- Who refers to a row is asked for in lists.
CREATE INDEX did_assigned_user_id ON did (org_id, assigned_user_id);
