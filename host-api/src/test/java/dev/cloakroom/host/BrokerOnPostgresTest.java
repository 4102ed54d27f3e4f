package dev.cloakroom.host;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgres.class)
class BrokerOnPostgresTest extends BrokerTest {}
