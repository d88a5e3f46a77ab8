CREATE INDEX change_set_line_did_id ON change_set_line (org_id, did_id);
