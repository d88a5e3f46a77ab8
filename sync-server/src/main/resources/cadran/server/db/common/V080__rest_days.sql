-- Who has number types already, has them with the rest that was the same for all.
ALTER TABLE number_type ADD COLUMN rest_days NUMERIC(8, 0) DEFAULT 30;
