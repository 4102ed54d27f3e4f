CREATE TRIGGER ledger_entry_no_update BEFORE UPDATE ON ledger_entry
BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only');
END;

CREATE TRIGGER ledger_entry_no_delete BEFORE DELETE ON ledger_entry
BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only');
END;

-- also stops INSERT OR REPLACE, which deletes without firing the trigger above
CREATE TRIGGER ledger_entry_in_order BEFORE INSERT ON ledger_entry
WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM ledger_entry)
BEGIN
    SELECT RAISE(ABORT, 'a ledger entry must follow the last one');
END;

CREATE TRIGGER ledger_node_no_update BEFORE UPDATE ON ledger_node
BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only');
END;

CREATE TRIGGER ledger_node_no_delete BEFORE DELETE ON ledger_node
BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only');
END;

CREATE TRIGGER ledger_node_in_order BEFORE INSERT ON ledger_node
WHEN NEW.position <> (SELECT coalesce(max(position), -1) + 1 FROM ledger_node WHERE level = NEW.level)
BEGIN
    SELECT RAISE(ABORT, 'a ledger node must follow the last one');
END;

CREATE TRIGGER ledger_head_one_row BEFORE INSERT ON ledger_head
BEGIN
    SELECT RAISE(ABORT, 'the ledger has one head');
END;

CREATE TRIGGER ledger_head_no_delete BEFORE DELETE ON ledger_head
BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only');
END;

-- an update to the same size is the one that locks the row: it changes nothing
CREATE TRIGGER ledger_head_grows BEFORE UPDATE ON ledger_head
WHEN NEW.size < OLD.size OR (NEW.size > OLD.size AND NEW.signature IS NULL) OR (NEW.size = OLD.size AND (
    NEW.frontier <> OLD.frontier OR NEW.root IS NOT OLD.root
    OR NEW.signed_at IS NOT OLD.signed_at OR NEW.key_id IS NOT OLD.key_id OR NEW.signature IS NOT OLD.signature))
BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only');
END;
