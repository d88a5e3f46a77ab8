ALTER TABLE did ADD CONSTRAINT did_assigned_user_id_fkey
  FOREIGN KEY (org_id, assigned_user_id) REFERENCES member (org_id, id);
