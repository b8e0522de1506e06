-- States that have no node, as entered by hand: one row for a State, its law and its authorities as JSON. A listed table.

CREATE TABLE partner (
    id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, entered BIGINT NOT NULL, json TEXT NOT NULL
);
