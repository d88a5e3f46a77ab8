CREATE TABLE first_table (id INTEGER);
