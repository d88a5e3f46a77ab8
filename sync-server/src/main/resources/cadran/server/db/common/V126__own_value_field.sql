-- Whether a field, or one of its choices, is in use.
CREATE INDEX own_value_field_id ON own_value (org_id, field_id, text_value);
