ALTER TABLE did ADD COLUMN reserved_by_id UUID;
