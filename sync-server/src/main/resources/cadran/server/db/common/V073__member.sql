-- The members as everybody in the organisation may know them; written from membership and app_user by the server alone.
CREATE TABLE member (
  org_id   UUID NOT NULL,
  id       UUID NOT NULL,
  version  BIGINT NOT NULL,
  audience UUID NOT NULL,
  name     VARCHAR(100) NOT NULL,
  active   BOOLEAN NOT NULL,
  PRIMARY KEY (org_id, id)
);
