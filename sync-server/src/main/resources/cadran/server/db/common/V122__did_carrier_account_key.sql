ALTER TABLE did ADD CONSTRAINT did_carrier_account_id_fkey
  FOREIGN KEY (org_id, carrier_account_id) REFERENCES carrier_account (org_id, id);
