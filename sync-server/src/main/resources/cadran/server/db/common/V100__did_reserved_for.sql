ALTER TABLE did ADD COLUMN reserved_for_id UUID;
