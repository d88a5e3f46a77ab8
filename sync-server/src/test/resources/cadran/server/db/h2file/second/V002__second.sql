CREATE TABLE second_table (id INTEGER);
INSERT INTO second_table VALUES (1);
