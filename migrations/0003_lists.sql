-- Every version of a list that was ever taken in, named "<list>/<version>": what would have been answered on a day that is gone
-- is asked of the versions then in force. The last version of each list stands in "list" too. Such a row is written once.

CREATE TABLE list_version (
    id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, name TEXT NOT NULL, format TEXT NOT NULL, sha256 TEXT NOT NULL,
    published TEXT, imported BIGINT NOT NULL, individuals BIGINT NOT NULL, entities BIGINT NOT NULL,
    added BIGINT NOT NULL, changed BIGINT NOT NULL, removed BIGINT NOT NULL, blob TEXT NOT NULL
);
CREATE INDEX list_version_by_import ON list_version (imported);
