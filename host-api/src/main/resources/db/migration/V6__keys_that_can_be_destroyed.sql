-- keys that an erasure gave up, until it is known that they are destroyed
CREATE TABLE doomed_key (
    wrapped VARCHAR(1024) PRIMARY KEY
);

-- what is here is under keys that no erasure could destroy
DELETE FROM vault_value;
DELETE FROM vault_key;
