CREATE INDEX number_price_starts_on ON number_price (org_id, starts_on);
