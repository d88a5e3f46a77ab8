ALTER TABLE did ADD COLUMN reservation_reason VARCHAR(200);
