-- What was done in one edit has one of these.
ALTER TABLE audit_entry ADD COLUMN edit UUID;
