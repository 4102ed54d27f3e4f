-- How long a yes lasts, what it is bound to, and which of the user's values it is for.

ALTER TABLE access_grant ADD COLUMN term VARCHAR(16) NOT NULL DEFAULT 'ONCE';
UPDATE access_grant SET term = 'UNTIL_REVOKED' WHERE standing = 1;
ALTER TABLE access_grant DROP COLUMN standing;
ALTER TABLE access_grant ADD COLUMN session_id VARCHAR(128);
ALTER TABLE access_grant ADD COLUMN ends_at BIGINT;
ALTER TABLE access_grant ADD COLUMN parameters TEXT NOT NULL DEFAULT '{}';
ALTER TABLE access_grant ADD COLUMN label VARCHAR(64) NOT NULL DEFAULT '';

-- A value has a label: a user has several addresses.
CREATE TABLE labelled_value (
    user_id VARCHAR(128) NOT NULL REFERENCES vault_key (user_id),
    field VARCHAR(32) NOT NULL,
    label VARCHAR(64) NOT NULL,
    sealed TEXT NOT NULL,
    PRIMARY KEY (user_id, field, label)
);
INSERT INTO labelled_value (user_id, field, label, sealed) SELECT user_id, field, '', sealed FROM vault_value;
DROP TABLE vault_value;
ALTER TABLE labelled_value RENAME TO vault_value;

CREATE TABLE alias (
    program_id VARCHAR(128) NOT NULL,
    user_id VARCHAR(128) NOT NULL,
    kind VARCHAR(16) NOT NULL,
    alias VARCHAR(128) NOT NULL,
    PRIMARY KEY (program_id, user_id, kind)
);
CREATE INDEX alias_owner ON alias (kind, alias);
CREATE INDEX alias_user ON alias (user_id);

CREATE TABLE privacy_audience (
    user_id VARCHAR(128) NOT NULL,
    scope VARCHAR(64) NOT NULL,
    audience VARCHAR(16) NOT NULL,
    programs TEXT NOT NULL,
    PRIMARY KEY (user_id, scope)
);

-- a row says that the user turned location off
CREATE TABLE location_off (
    user_id VARCHAR(128) PRIMARY KEY
);

-- an empty purpose stands for every one
CREATE TABLE privacy_block (
    user_id VARCHAR(128) NOT NULL,
    program_id VARCHAR(128) NOT NULL,
    scope VARCHAR(64) NOT NULL,
    purpose VARCHAR(1024) NOT NULL,
    PRIMARY KEY (user_id, program_id, scope, purpose)
);

CREATE TABLE value_choice (
    user_id VARCHAR(128) NOT NULL,
    program_id VARCHAR(128) NOT NULL,
    scope VARCHAR(64) NOT NULL,
    label VARCHAR(64) NOT NULL,
    PRIMARY KEY (user_id, program_id, scope)
);

-- noes in a row, and when the next prompt may come; never, where not_before is null
CREATE TABLE consent_denial (
    user_id VARCHAR(128) NOT NULL,
    program_id VARCHAR(128) NOT NULL,
    scope VARCHAR(64) NOT NULL,
    denials INTEGER NOT NULL,
    not_before BIGINT,
    PRIMARY KEY (user_id, program_id, scope)
);
CREATE INDEX consent_receipt_program ON consent_receipt (user_id, program_id, answered_at);
