-- The ledger as a Merkle tree (RFC 9162). What the former tables hold goes into the new ones in V2.0.1.

ALTER TABLE ledger_entry RENAME TO ledger_entry_v1;
ALTER TABLE ledger_head RENAME TO ledger_head_v1;

-- all but json and leaf_hash is in json too, and stands here to search by
CREATE TABLE ledger_entry (
    sequence BIGINT PRIMARY KEY,
    happened_at BIGINT NOT NULL,
    kind VARCHAR(64) NOT NULL,
    program_id VARCHAR(128),
    subject VARCHAR(64),
    json TEXT NOT NULL,
    leaf_hash VARCHAR(64) NOT NULL
);
CREATE INDEX ledger_entry_subject ON ledger_entry (program_id, subject, sequence);

-- complete subtrees of two to the power of level entries, counted from the left
CREATE TABLE ledger_node (
    level INTEGER NOT NULL,
    position BIGINT NOT NULL,
    hash VARCHAR(64) NOT NULL,
    PRIMARY KEY (level, position)
);

-- one row; who updates it holds the end of the ledger until the transaction ends
CREATE TABLE ledger_head (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    size BIGINT NOT NULL,
    frontier TEXT NOT NULL,
    root VARCHAR(64),
    signed_at BIGINT,
    key_id VARCHAR(64),
    signature VARCHAR(128)
);
INSERT INTO ledger_head (id, size, frontier) VALUES (1, 0, '');
