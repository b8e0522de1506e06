-- Who joined which treaty, as imported: one row for an instrument, its whole list as JSON. A listed table.

CREATE TABLE participation (
    id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, as_of TEXT NOT NULL, imported BIGINT NOT NULL, json TEXT NOT NULL
);
