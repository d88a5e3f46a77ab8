CREATE INDEX number_range_first_number ON number_range (org_id, first_number);
