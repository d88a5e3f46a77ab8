ALTER TABLE did ADD COLUMN reserved_until DATE;
