-- Who refers to a row is asked for in lists.
CREATE INDEX did_carrier_account_id ON did (org_id, carrier_account_id);
