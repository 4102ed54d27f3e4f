-- a program that signs has its public keys here, and an empty secret_digest
ALTER TABLE program ADD COLUMN key_set TEXT;

CREATE TABLE program_token (
    digest VARCHAR(64) PRIMARY KEY,
    program_id VARCHAR(128) NOT NULL REFERENCES program (id),
    key_thumbprint VARCHAR(64) NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX program_token_program ON program_token (program_id);
CREATE INDEX program_token_expires_at ON program_token (expires_at);

CREATE TABLE used_proof (
    digest VARCHAR(64) PRIMARY KEY,
    keep_until BIGINT NOT NULL
);
CREATE INDEX used_proof_keep_until ON used_proof (keep_until);
