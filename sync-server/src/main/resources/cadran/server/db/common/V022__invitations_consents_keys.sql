CREATE TABLE invitation (
  org_id       UUID NOT NULL REFERENCES organisation (id),
  id           UUID NOT NULL,
  email        VARCHAR(254) NOT NULL,
  roles        VARCHAR(200) NOT NULL,
  teams        VARCHAR(2000) NOT NULL,
  invited_by   UUID,
  created_at   TIMESTAMP WITH TIME ZONE NOT NULL,
  expires_at   TIMESTAMP WITH TIME ZONE NOT NULL,
  accepted_at  TIMESTAMP WITH TIME ZONE,
  revoked_at   TIMESTAMP WITH TIME ZONE,
  PRIMARY KEY (org_id, id)
);

-- What a person agreed to or took back, one row each time; rows are only added.
CREATE TABLE consent (
  id        UUID NOT NULL PRIMARY KEY,
  user_id   UUID NOT NULL REFERENCES app_user (id),
  document  VARCHAR(20) NOT NULL,
  version   VARCHAR(20) NOT NULL,
  granted   BOOLEAN NOT NULL,
  at        TIMESTAMP WITH TIME ZONE NOT NULL,
  address   VARCHAR(64) NOT NULL
);
CREATE INDEX consent_user ON consent (user_id, at);

CREATE TABLE api_key (
  org_id       UUID NOT NULL,
  id           UUID NOT NULL,
  name         VARCHAR(100) NOT NULL,
  secret_hash  CHAR(64) NOT NULL,
  permissions  VARCHAR(500) NOT NULL,
  made_by      UUID NOT NULL,
  created_at   TIMESTAMP WITH TIME ZONE NOT NULL,
  expires_at   TIMESTAMP WITH TIME ZONE NOT NULL,
  used_at      TIMESTAMP WITH TIME ZONE,
  revoked_at   TIMESTAMP WITH TIME ZONE,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, made_by) REFERENCES membership (org_id, user_id)
);
