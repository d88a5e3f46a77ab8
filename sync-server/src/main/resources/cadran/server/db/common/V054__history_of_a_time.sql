CREATE INDEX audit_entry_at ON audit_entry (org_id, at, seq);
