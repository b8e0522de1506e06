-- Keys by which programs ask the lists. The key itself is nowhere: `digest` is its SHA-256, hex. A listed table.

CREATE TABLE screen_key (
    id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, name TEXT NOT NULL, digest TEXT NOT NULL, officer TEXT NOT NULL,
    purpose TEXT NOT NULL, created BIGINT NOT NULL, expires BIGINT NOT NULL, revoked BIGINT
);
CREATE INDEX screen_key_by_digest ON screen_key (digest);
CREATE INDEX screen_key_by_name ON screen_key (name);
