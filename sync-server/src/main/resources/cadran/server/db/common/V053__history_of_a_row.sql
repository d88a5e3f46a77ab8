CREATE INDEX audit_entry_subject ON audit_entry (org_id, subject, seq);
