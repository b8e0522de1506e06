-- One text for SQLite and PostgreSQL: BIGINT, TEXT and BYTEA only; times are microseconds UTC; digests are hex.
-- The tables above the line are listed: each row written is named with its SHA-256 in a ledger entry.

CREATE TABLE record (
    id TEXT NOT NULL UNIQUE, version BIGINT NOT NULL, seq BIGINT NOT NULL PRIMARY KEY, kind TEXT NOT NULL,
    owner TEXT NOT NULL, label BIGINT NOT NULL, review_by BIGINT, parent TEXT, stage TEXT NOT NULL, side TEXT,
    authority TEXT, counterpart TEXT, number TEXT, urgency BIGINT NOT NULL, due BIGINT, officer TEXT,
    created BIGINT NOT NULL, updated BIGINT NOT NULL, key BYTEA, body BYTEA
);
CREATE INDEX record_by_work ON record (kind, label, stage, due);
CREATE INDEX record_by_parent ON record (parent, kind);
CREATE INDEX record_by_number ON record (number);

CREATE TABLE label (id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, number BIGINT NOT NULL UNIQUE, json TEXT NOT NULL);

CREATE TABLE account (
    id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, login TEXT NOT NULL UNIQUE, authority TEXT NOT NULL,
    active BIGINT NOT NULL, json TEXT NOT NULL, secret TEXT, passkeys TEXT NOT NULL
);

CREATE TABLE peer (
    id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, ours BIGINT NOT NULL, pinned BIGINT, fingerprint TEXT NOT NULL,
    endpoint TEXT NOT NULL, card BYTEA NOT NULL, card_sha256 TEXT NOT NULL, sequence BIGINT NOT NULL, expires BIGINT NOT NULL,
    leaflet BYTEA
);

CREATE TABLE outbox (
    id TEXT NOT NULL UNIQUE, version BIGINT NOT NULL, seq BIGINT NOT NULL PRIMARY KEY, peer TEXT NOT NULL, lane BIGINT NOT NULL,
    object TEXT, state TEXT NOT NULL, created BIGINT NOT NULL, expires BIGINT NOT NULL, envelope TEXT, key BYTEA, body BYTEA
);
CREATE INDEX outbox_by_state ON outbox (state, peer, lane, seq);

CREATE TABLE envelope (
    id TEXT NOT NULL UNIQUE, version BIGINT NOT NULL, seq BIGINT NOT NULL PRIMARY KEY, direction TEXT NOT NULL, peer TEXT NOT NULL,
    epoch BIGINT NOT NULL, number BIGINT NOT NULL, state TEXT NOT NULL, object TEXT, created BIGINT NOT NULL, receipt BYTEA,
    bytes BYTEA NOT NULL
);
CREATE INDEX envelope_by_stream ON envelope (direction, peer, epoch, number);
CREATE INDEX envelope_by_state ON envelope (direction, state, seq);

CREATE TABLE receipt (
    id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, kind TEXT NOT NULL, envelope TEXT NOT NULL, peer TEXT NOT NULL,
    given BIGINT NOT NULL, at BIGINT NOT NULL, object TEXT, bytes BYTEA NOT NULL
);
CREATE INDEX receipt_by_object ON receipt (object);
CREATE INDEX receipt_by_envelope ON receipt (envelope);

CREATE TABLE stream (
    id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, epoch BIGINT NOT NULL, number BIGINT NOT NULL, previous TEXT
);

CREATE TABLE list (
    id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, name TEXT NOT NULL, format TEXT NOT NULL, sha256 TEXT NOT NULL,
    published TEXT, imported BIGINT NOT NULL, individuals BIGINT NOT NULL, entities BIGINT NOT NULL,
    added BIGINT NOT NULL, changed BIGINT NOT NULL, removed BIGINT NOT NULL, blob TEXT NOT NULL
);

CREATE TABLE fact (id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, value TEXT NOT NULL);

CREATE TABLE blob (
    id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, size BIGINT NOT NULL, record TEXT NOT NULL, key BYTEA,
    created BIGINT NOT NULL
);

-- ---------------------------------------------------------------------------------------------------------------
-- The ledger itself, and what is only housekeeping (losing it loses nothing that was acknowledged).

CREATE TABLE ledger (
    leaf BIGINT NOT NULL PRIMARY KEY, act TEXT NOT NULL UNIQUE, at BIGINT NOT NULL, verb TEXT NOT NULL, actor TEXT NOT NULL,
    object TEXT, salt BYTEA, entry TEXT NOT NULL, sha256 TEXT NOT NULL
);
CREATE INDEX ledger_by_object ON ledger (object);
CREATE INDEX ledger_by_verb ON ledger (verb, leaf);
CREATE TABLE ledger_row (
    place TEXT NOT NULL, version BIGINT NOT NULL, leaf BIGINT NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (place, version)
);
CREATE TABLE tree (level BIGINT NOT NULL, number BIGINT NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (level, number));
CREATE TABLE checkpoint (size BIGINT NOT NULL PRIMARY KEY, at BIGINT NOT NULL, root TEXT NOT NULL, note TEXT NOT NULL);
CREATE TABLE done (act TEXT NOT NULL PRIMARY KEY, leaf BIGINT NOT NULL, answer TEXT NOT NULL);

CREATE TABLE session (
    id TEXT NOT NULL PRIMARY KEY, officer TEXT NOT NULL, csrf TEXT NOT NULL, since BIGINT NOT NULL, seen BIGINT NOT NULL,
    until BIGINT NOT NULL
);
CREATE TABLE failure (login TEXT NOT NULL PRIMARY KEY, times BIGINT NOT NULL, last BIGINT NOT NULL, locked_until BIGINT);
CREATE TABLE attempt (
    outbox TEXT NOT NULL PRIMARY KEY, peer TEXT NOT NULL, times BIGINT NOT NULL, next_at BIGINT NOT NULL, last_error TEXT
);
CREATE TABLE contact (peer TEXT NOT NULL PRIMARY KEY, last_in BIGINT, last_out BIGINT, last_error TEXT);
-- Ciphertext of bulk parts on their way out; gone once delivered, made anew if lost.
CREATE TABLE transit (root TEXT NOT NULL PRIMARY KEY, envelope TEXT NOT NULL, blob TEXT NOT NULL, size BIGINT NOT NULL, leaves BYTEA NOT NULL);
CREATE INDEX transit_by_envelope ON transit (envelope);
CREATE TABLE segment (root TEXT NOT NULL, number BIGINT NOT NULL, size BIGINT NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (root, number));
