package dev.cloakroom.host.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipientRegistryTest {

    private static final RecipientId COURIER = new RecipientId("courier");

    @Test
    void parse_readsWhatTheHostAppVouchesFor() {
        var registry = RecipientRegistry.parse(
            """
            {"recipients": [
              {"id": "courier", "name": "SF Express", "scopes": ["scope.address"],
               "hosts": ["api.courier.example"], "byDefault": true},
              {"id": "sms", "name": "Gateway", "scopes": ["scope.phoneNumber"]}]}"""
        );
        assertThat(registry.find(COURIER)).contains(
            new Recipient(COURIER, "SF Express", Set.of(ScopeCatalog.ADDRESS), Set.of("api.courier.example"), true)
        );
        assertThat(registry.defaultsFor(ScopeCatalog.ADDRESS)).containsExactly(COURIER);
        assertThat(registry.defaultsFor(ScopeCatalog.PHONE_NUMBER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
            "{} | recipients",
            "{\"recipients\": [{\"id\": \"a\", \"name\": \"A\"}]} | scopes",
            "{\"recipients\": [{\"id\": \"a\", \"name\": \"A\", \"scopes\": [\"scope.soul\"]}]} | unknown scope `scope.soul`",
            "{\"recipients\": [{\"id\": \"a\", \"name\": \"A\", \"scopes\": [], \"host\": \"x\"}]} | host",
            "{\"recipients\": [{\"id\": \"a\", \"name\": \"A\", \"scopes\": [], \"hosts\": [\"http://x\"]}]} | not the name of a host",
            "{\"recipients\": [{\"id\": \"a b\", \"name\": \"A\", \"scopes\": []}]} | a recipient id must be",
            "{\"recipients\": [{\"id\": \"a\", \"name\": \" \", \"scopes\": []}]} | needs a verified name",
            "{\"recipients\": [], \"recipients\": []} | Duplicate field",
        }
    )
    void parse_saysWhatIsWrong(String json, String problem) {
        assertThatThrownBy(() -> RecipientRegistry.parse(json))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining(problem);
    }
}
