-- The journal: one row a record, only ever appended to.
CREATE TABLE journal (
  number bigint PRIMARY KEY,
  line text NOT NULL,
  hash bytea NOT NULL CHECK (length(hash) = 32)
);

-- Where it ends: shows that the last rows were cut off.
CREATE TABLE head (
  id integer PRIMARY KEY CHECK (id = 1),
  number bigint NOT NULL,
  hash bytea NOT NULL CHECK (length(hash) = 32)
);

CREATE FUNCTION journal_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'journal: a record is never changed or deleted; a correction is a further record'
    USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE FUNCTION journal_without_gaps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.number IS DISTINCT FROM (SELECT COALESCE(MAX(number), 0) + 1 FROM journal) THEN
    RAISE EXCEPTION 'journal: a record takes the next number, and none is replaced'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION head_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.number <= OLD.number THEN
    RAISE EXCEPTION 'head: it goes forward only' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER journal_next BEFORE INSERT ON journal
  FOR EACH ROW EXECUTE FUNCTION journal_without_gaps();
CREATE TRIGGER journal_unchanged BEFORE UPDATE OR DELETE ON journal
  FOR EACH ROW EXECUTE FUNCTION journal_append_only();
CREATE TRIGGER journal_not_emptied BEFORE TRUNCATE ON journal
  FOR EACH STATEMENT EXECUTE FUNCTION journal_append_only();
CREATE TRIGGER head_goes_forward BEFORE UPDATE ON head
  FOR EACH ROW EXECUTE FUNCTION head_forward();
CREATE TRIGGER head_undeleted BEFORE DELETE ON head
  FOR EACH ROW EXECUTE FUNCTION journal_append_only();
CREATE TRIGGER head_not_emptied BEFORE TRUNCATE ON head
  FOR EACH STATEMENT EXECUTE FUNCTION journal_append_only();
