-- Ways to what is asked for often, and what an erased entry still shows to others: SHA-256 of its salt and text, hex.

CREATE INDEX envelope_by_object ON envelope (object, seq);
CREATE INDEX blob_by_record ON blob (record);
CREATE INDEX ledger_row_by_leaf ON ledger_row (leaf);
ALTER TABLE ledger ADD COLUMN data TEXT;
