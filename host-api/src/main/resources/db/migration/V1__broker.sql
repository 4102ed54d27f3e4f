-- Plain SQL that SQLite and PostgreSQL both take. Instants are milliseconds since 1970; sets, caveats and events are JSON.

CREATE TABLE program (
    id VARCHAR(128) PRIMARY KEY,
    developer_id VARCHAR(128) NOT NULL,
    verified_name VARCHAR(256) NOT NULL,
    secret_digest VARCHAR(64) NOT NULL
);

CREATE TABLE pairwise_subject (
    program_id VARCHAR(128) NOT NULL,
    user_id VARCHAR(128) NOT NULL,
    subject VARCHAR(64) NOT NULL UNIQUE,
    PRIMARY KEY (program_id, user_id)
);

CREATE TABLE login_code (
    digest VARCHAR(64) PRIMARY KEY,
    program_id VARCHAR(128) NOT NULL,
    user_id VARCHAR(128) NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX login_code_expires_at ON login_code (expires_at);

CREATE TABLE consent_receipt (
    id VARCHAR(64) PRIMARY KEY,
    user_id VARCHAR(128) NOT NULL,
    program_id VARCHAR(128) NOT NULL,
    scope VARCHAR(64) NOT NULL,
    purpose TEXT NOT NULL,
    recipients TEXT NOT NULL,
    answer VARCHAR(16) NOT NULL,
    answered_at BIGINT NOT NULL
);
CREATE INDEX consent_receipt_user ON consent_receipt (user_id, answered_at);

CREATE TABLE access_grant (
    id VARCHAR(64) PRIMARY KEY,
    user_id VARCHAR(128) NOT NULL,
    program_id VARCHAR(128) NOT NULL,
    scope VARCHAR(64) NOT NULL,
    purpose TEXT NOT NULL,
    recipients TEXT NOT NULL,
    standing INTEGER NOT NULL,
    receipt_id VARCHAR(64) REFERENCES consent_receipt (id),
    granted_at BIGINT NOT NULL,
    revoked_at BIGINT
);
CREATE INDEX access_grant_live ON access_grant (user_id, revoked_at);

CREATE TABLE access_token (
    id VARCHAR(64) PRIMARY KEY,
    digest VARCHAR(64) NOT NULL UNIQUE,
    grant_id VARCHAR(64) NOT NULL REFERENCES access_grant (id),
    subject VARCHAR(64) NOT NULL,
    caveats TEXT NOT NULL,
    declared INTEGER NOT NULL,
    gesture INTEGER NOT NULL,
    foreground INTEGER NOT NULL,
    issued_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    max_uses INTEGER NOT NULL,
    spent INTEGER NOT NULL,
    ended_at BIGINT
);
CREATE INDEX access_token_grant ON access_token (grant_id, ended_at);
CREATE INDEX access_token_expiry ON access_token (ended_at, expires_at);

CREATE TABLE redemption (
    id VARCHAR(64) PRIMARY KEY,
    program_id VARCHAR(128) NOT NULL,
    token_id VARCHAR(64) NOT NULL REFERENCES access_token (id),
    key_digest VARCHAR(64),
    request_digest VARCHAR(64) NOT NULL,
    result VARCHAR(16) NOT NULL,
    reserved_at BIGINT NOT NULL,
    UNIQUE (program_id, key_digest)
);

CREATE TABLE vault_key (
    user_id VARCHAR(128) PRIMARY KEY,
    wrapped TEXT NOT NULL
);

CREATE TABLE vault_value (
    user_id VARCHAR(128) NOT NULL REFERENCES vault_key (user_id),
    field VARCHAR(32) NOT NULL,
    sealed TEXT NOT NULL,
    PRIMARY KEY (user_id, field)
);

CREATE TABLE ledger_entry (
    sequence BIGINT PRIMARY KEY,
    json TEXT NOT NULL,
    leaf_hash VARCHAR(64) NOT NULL,
    chain_hash VARCHAR(64) NOT NULL
);

-- one row; who updates it holds the end of the ledger until the transaction ends
CREATE TABLE ledger_head (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    size BIGINT NOT NULL,
    chain_hash VARCHAR(64) NOT NULL
);
INSERT INTO ledger_head (id, size, chain_hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
