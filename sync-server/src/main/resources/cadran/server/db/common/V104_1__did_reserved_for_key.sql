ALTER TABLE did ADD CONSTRAINT did_reserved_for_id_fkey
  FOREIGN KEY (org_id, reserved_for_id) REFERENCES member (org_id, id);
