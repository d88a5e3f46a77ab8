-- Accounts that an organisation has at its carriers, as cadran.model.Schema describes them. No secrets stand here.
CREATE TABLE carrier_account (
  org_id            UUID NOT NULL,
  id                UUID NOT NULL,
  version           BIGINT NOT NULL,
  audience          UUID NOT NULL,
  carrier_id        UUID NOT NULL,
  name              VARCHAR(100) NOT NULL,
  account_reference VARCHAR(100),
  active            BOOLEAN NOT NULL,
  PRIMARY KEY (org_id, id),
  CONSTRAINT carrier_account_name_key UNIQUE (org_id, carrier_id, name),
  CONSTRAINT carrier_account_carrier_id_fkey FOREIGN KEY (org_id, carrier_id) REFERENCES carrier (org_id, id)
);
