-- What waits in a queue is counted with each group of questions: all of a kind at a stage, and of them one program's.

CREATE INDEX record_by_queue ON record (kind, stage, number);
