-- The row in whose history an entry belongs: the changed row itself, or the one that it is a part of. Null where no row of a
-- synced table was changed.
ALTER TABLE audit_entry ADD COLUMN subject UUID;
