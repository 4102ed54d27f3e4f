-- a parcel under the handle that its developer knows; where it goes is not here
CREATE TABLE delivery (
    handle VARCHAR(64) PRIMARY KEY,
    program_id VARCHAR(128) NOT NULL,
    courier VARCHAR(128) NOT NULL,
    status VARCHAR(16),
    changed_at BIGINT NOT NULL
);

-- amounts are in minor units; state is OPEN, then UNKNOWN from before the charge until its end is known
CREATE TABLE payment_order (
    id VARCHAR(64) PRIMARY KEY,
    program_id VARCHAR(128) NOT NULL,
    subject VARCHAR(64) NOT NULL,
    number VARCHAR(128) NOT NULL,
    minor_units BIGINT NOT NULL,
    currency VARCHAR(3) NOT NULL,
    description TEXT NOT NULL,
    state VARCHAR(16) NOT NULL,
    refunded BIGINT NOT NULL,
    gateway VARCHAR(128),
    ordered_at BIGINT NOT NULL,
    UNIQUE (program_id, number)
);

CREATE TABLE refund (
    id VARCHAR(64) PRIMARY KEY,
    order_id VARCHAR(64) NOT NULL REFERENCES payment_order (id),
    number VARCHAR(128) NOT NULL,
    minor_units BIGINT NOT NULL,
    currency VARCHAR(3) NOT NULL,
    result VARCHAR(16) NOT NULL,
    refunded_at BIGINT NOT NULL,
    UNIQUE (order_id, number)
);
