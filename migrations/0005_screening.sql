-- What the lists were asked: one row a group of questions. It is listed. No name stands in it: a question is a salted
-- commitment, and the keys that make the salts of an hour are destroyed within a day. They are in no backup.

CREATE TABLE screened (
    id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, since BIGINT NOT NULL, until BIGINT NOT NULL,
    questions BIGINT NOT NULL, hits BIGINT NOT NULL, root TEXT NOT NULL, body TEXT NOT NULL
);
CREATE INDEX screened_by_time ON screened (since);
CREATE INDEX record_by_officer ON record (kind, officer, stage);

CREATE TABLE screen_hour (hour BIGINT NOT NULL PRIMARY KEY, key BYTEA NOT NULL);
