-- The journal: one row a record, only ever appended to.
CREATE TABLE journal (
  number INTEGER PRIMARY KEY,
  line TEXT NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

-- Where it ends: shows that the last rows were cut off.
CREATE TABLE head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  number INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TRIGGER journal_without_gaps BEFORE INSERT ON journal
WHEN NEW.number IS NOT (SELECT COALESCE(MAX(number), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'journal: a record takes the next number, and none is replaced'); END;

CREATE TRIGGER journal_unchanged BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'journal: a record is never changed; a correction is a further record'); END;

CREATE TRIGGER journal_undeleted BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'journal: a record is never deleted; a correction is a further record'); END;

CREATE TRIGGER head_undeleted BEFORE DELETE ON head
BEGIN SELECT RAISE(ABORT, 'head: it is never deleted'); END;

CREATE TRIGGER head_forward BEFORE UPDATE ON head WHEN NEW.number <= OLD.number
BEGIN SELECT RAISE(ABORT, 'head: it goes forward only'); END;
