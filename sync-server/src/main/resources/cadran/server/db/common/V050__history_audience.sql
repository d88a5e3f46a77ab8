-- Who may see what was changed, where that is not the whole organisation: the audience of the row at that time.
ALTER TABLE audit_entry ADD COLUMN audience UUID;
