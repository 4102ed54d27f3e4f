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
WHEN NEW.sequence <> (SELECT size + 1 FROM ledger_head)
BEGIN
    SELECT RAISE(ABORT, 'a ledger entry must follow the head');
END;

CREATE TRIGGER ledger_head_no_delete BEFORE DELETE ON ledger_head
BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only');
END;

CREATE TRIGGER ledger_head_grows BEFORE UPDATE ON ledger_head
WHEN NEW.size < OLD.size OR (NEW.size = OLD.size AND NEW.chain_hash <> OLD.chain_hash)
BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only');
END;
