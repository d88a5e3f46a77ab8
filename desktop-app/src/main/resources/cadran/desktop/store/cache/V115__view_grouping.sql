ALTER TABLE saved_view ADD COLUMN grouped_by VARCHAR;
