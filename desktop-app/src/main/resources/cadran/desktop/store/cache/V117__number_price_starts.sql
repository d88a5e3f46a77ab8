-- What begins later is few, and asked for each time that costs are added up.
CREATE INDEX IF NOT EXISTS number_price_starts ON number_price (starts_on);
