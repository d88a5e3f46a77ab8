CREATE INDEX bulk_answer_age ON bulk_answer (org_id, made_at);
