CREATE INDEX change_set_customer_id ON change_set (org_id, customer_id);
