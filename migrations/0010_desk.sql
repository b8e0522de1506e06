-- What finds a request again and what is counted of it, written in the act that writes the request. Neither table is listed: both
-- are made anew from the records. A word stands as a mark that only this node's key makes: no text can be read or tried out here.

CREATE TABLE word (mark BIGINT NOT NULL, record BIGINT NOT NULL, PRIMARY KEY (mark, record));
CREATE INDEX word_by_record ON word (record, mark);

-- Codes, dates and States of one request in one line (model::statistics), and which version of the program's reading made it.
CREATE TABLE figure (record BIGINT NOT NULL PRIMARY KEY, made BIGINT NOT NULL, line TEXT NOT NULL);

-- A page of the desk is found without opening a row: what it chooses and orders by stands in the index.
CREATE INDEX record_by_desk ON record (kind, stage, label, urgency, due, seq, side, authority, counterpart, officer, created);
