-- Programs take cards in the order in which they changed.
CREATE INDEX record_by_change ON record (kind, updated, id);
