ALTER TABLE did ADD CONSTRAINT did_reserved_by_id_fkey
  FOREIGN KEY (org_id, reserved_by_id) REFERENCES member (org_id, id);
