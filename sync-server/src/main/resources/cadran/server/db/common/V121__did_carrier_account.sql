ALTER TABLE did ADD COLUMN carrier_account_id UUID;
