CREATE OR REPLACE FUNCTION ledger_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the ledger is append-only';
END $$;

CREATE TRIGGER ledger_entry_no_change BEFORE UPDATE OR DELETE ON ledger_entry
FOR EACH ROW EXECUTE FUNCTION ledger_is_append_only();

CREATE TRIGGER ledger_entry_no_truncate BEFORE TRUNCATE ON ledger_entry
FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();

CREATE OR REPLACE FUNCTION ledger_entry_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM ledger_entry) THEN
        RAISE EXCEPTION 'a ledger entry must follow the last one';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER ledger_entry_in_order BEFORE INSERT ON ledger_entry
FOR EACH ROW EXECUTE FUNCTION ledger_entry_follows();

CREATE TRIGGER ledger_node_no_change BEFORE UPDATE OR DELETE ON ledger_node
FOR EACH ROW EXECUTE FUNCTION ledger_is_append_only();

CREATE TRIGGER ledger_node_no_truncate BEFORE TRUNCATE ON ledger_node
FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();

CREATE OR REPLACE FUNCTION ledger_node_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.position <> (SELECT coalesce(max(position), -1) + 1 FROM ledger_node WHERE level = NEW.level) THEN
        RAISE EXCEPTION 'a ledger node must follow the last one';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER ledger_node_in_order BEFORE INSERT ON ledger_node
FOR EACH ROW EXECUTE FUNCTION ledger_node_follows();

CREATE TRIGGER ledger_head_one_row BEFORE INSERT OR DELETE ON ledger_head
FOR EACH ROW EXECUTE FUNCTION ledger_is_append_only();

CREATE TRIGGER ledger_head_no_truncate BEFORE TRUNCATE ON ledger_head
FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();

-- an update to the same size is the one that locks the row: it changes nothing
CREATE TRIGGER ledger_head_grows BEFORE UPDATE ON ledger_head
FOR EACH ROW WHEN (NEW.size < OLD.size OR (NEW.size > OLD.size AND NEW.signature IS NULL)
    OR (NEW.size = OLD.size AND NEW IS DISTINCT FROM OLD))
EXECUTE FUNCTION ledger_is_append_only();
