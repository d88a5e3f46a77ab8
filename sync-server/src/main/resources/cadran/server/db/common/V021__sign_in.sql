-- One row per device that signed in: the family of its refresh tokens.
CREATE TABLE session (
  org_id       UUID NOT NULL,
  id           UUID NOT NULL,
  user_id      UUID NOT NULL,
  device_id    UUID NOT NULL,
  device_name  VARCHAR(100) NOT NULL,
  address      VARCHAR(64) NOT NULL,
  created_at   TIMESTAMP WITH TIME ZONE NOT NULL,
  seen_at      TIMESTAMP WITH TIME ZONE NOT NULL,
  expires_at   TIMESTAMP WITH TIME ZONE NOT NULL,
  epoch        INTEGER NOT NULL,
  generation   BIGINT NOT NULL,
  revoked_at   TIMESTAMP WITH TIME ZONE,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, user_id) REFERENCES membership (org_id, user_id)
);
CREATE INDEX session_of_user ON session (org_id, user_id);

-- Tokens of the session's generation can be used; the one used last, of the generation before, may be shown again.
CREATE TABLE refresh_token (
  org_id      UUID NOT NULL,
  session_id  UUID NOT NULL,
  hash        CHAR(64) NOT NULL,
  generation  BIGINT NOT NULL,
  issued_at   TIMESTAMP WITH TIME ZONE NOT NULL,
  used_at     TIMESTAMP WITH TIME ZONE,
  PRIMARY KEY (org_id, session_id, hash),
  FOREIGN KEY (org_id, session_id) REFERENCES session (org_id, id)
);

-- Attempts to sign in, by hashed account, address or known device. Of the platform: an attempt has no organisation.
CREATE TABLE sign_in_limit (
  subject        CHAR(64) NOT NULL PRIMARY KEY,
  failures       INTEGER NOT NULL,
  known_device   BOOLEAN NOT NULL,
  last_at        TIMESTAMP WITH TIME ZONE NOT NULL,
  blocked_until  TIMESTAMP WITH TIME ZONE NOT NULL
);

-- Codes that a person carries to the server before anybody knows who they are: set-up, invitation, reset.
CREATE TABLE one_time_code (
  hash             CHAR(64) NOT NULL PRIMARY KEY,
  purpose          VARCHAR(20) NOT NULL,
  subject          UUID NOT NULL,
  organisation_id  UUID,
  expires_at       TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX one_time_code_subject ON one_time_code (subject);
