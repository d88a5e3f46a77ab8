-- Raised by each change of roles, teams or state: a change that is based on an older one is refused.
ALTER TABLE membership ADD COLUMN version BIGINT DEFAULT 1 NOT NULL;
