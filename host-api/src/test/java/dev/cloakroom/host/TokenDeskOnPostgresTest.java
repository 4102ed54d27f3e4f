package dev.cloakroom.host;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnPostgres.class)
class TokenDeskOnPostgresTest extends TokenDeskTest {}
