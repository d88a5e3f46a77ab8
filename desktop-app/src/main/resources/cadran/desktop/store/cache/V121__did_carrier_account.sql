ALTER TABLE did ADD COLUMN IF NOT EXISTS carrier_account_id UUID;
CREATE INDEX IF NOT EXISTS did_carrier_account ON did (carrier_account_id);
