-- Of the platform: what an operator lists. Every other table of an organisation leads with its id.
CREATE TABLE organisation (
  id          UUID NOT NULL PRIMARY KEY,
  name        VARCHAR(200) NOT NULL,
  kind        VARCHAR(20) NOT NULL,
  siret       VARCHAR(14),
  vat_number  VARCHAR(20),
  time_zone   VARCHAR(60) NOT NULL,
  state       VARCHAR(20) NOT NULL,
  created_at  TIMESTAMP WITH TIME ZONE NOT NULL
);

-- A person has one account and one password, whatever the number of organisations. No password: it can't sign in.
-- Whoever raises the epoch ends all sessions of the person at once, in all organisations.
CREATE TABLE app_user (
  id             UUID NOT NULL PRIMARY KEY,
  email          VARCHAR(254) NOT NULL UNIQUE,
  name           VARCHAR(100) NOT NULL,
  language       VARCHAR(2) NOT NULL,
  password_hash  VARCHAR(200),
  epoch          INTEGER NOT NULL,
  operator       BOOLEAN NOT NULL,
  created_at     TIMESTAMP WITH TIME ZONE NOT NULL
);

-- The one thing that sign-in must know before it knows the organisation. It says nothing about roles or state; those
-- are read from the membership, inside the organisation.
CREATE TABLE user_organisation (
  user_id          UUID NOT NULL REFERENCES app_user (id),
  organisation_id  UUID NOT NULL REFERENCES organisation (id),
  PRIMARY KEY (user_id, organisation_id)
);

CREATE TABLE membership (
  org_id      UUID NOT NULL REFERENCES organisation (id),
  user_id     UUID NOT NULL REFERENCES app_user (id),
  roles       VARCHAR(200) NOT NULL,
  state       VARCHAR(20) NOT NULL,
  created_at  TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (org_id, user_id)
);

CREATE TABLE team (
  org_id  UUID NOT NULL REFERENCES organisation (id),
  id      UUID NOT NULL,
  name    VARCHAR(100) NOT NULL,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, name)
);

CREATE TABLE team_member (
  org_id   UUID NOT NULL,
  team_id  UUID NOT NULL,
  user_id  UUID NOT NULL,
  PRIMARY KEY (org_id, team_id, user_id),
  FOREIGN KEY (org_id, team_id) REFERENCES team (org_id, id),
  FOREIGN KEY (org_id, user_id) REFERENCES membership (org_id, user_id)
);
CREATE INDEX team_member_user ON team_member (org_id, user_id);
