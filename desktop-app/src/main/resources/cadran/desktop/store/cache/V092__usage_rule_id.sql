CREATE UNIQUE INDEX usage_rule_id ON usage_rule (id);
