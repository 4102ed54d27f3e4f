package dev.cloakroom.runtime.server;

import static dev.cloakroom.runtime.server.ApiFixture.LIN;
import static dev.cloakroom.runtime.server.ApiFixture.OTHER;
import static dev.cloakroom.runtime.server.ApiFixture.SHOP;
import static dev.cloakroom.runtime.server.BackEnd.FORM;
import static dev.cloakroom.runtime.server.BackEnd.JSON;
import static dev.cloakroom.runtime.server.BackEnd.form;
import static dev.cloakroom.runtime.server.BackEnd.redemption;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.host.storage.Storage;
import dev.cloakroom.host.token.TokenStore;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token that is no good is no good, and nobody learns why: the same status, headers and bytes. */
class OneAnswerTest {

    private static final String INACTIVE = "{\"active\":false}";

    @TempDir
    Path data;

    @Test
    void tokenThatIsNoGood_hasOneAnswerAtEachUrl() throws IOException {
        try (var fixture = new ApiFixture(data)) {
            assertOneAnswer(fixture);
        }
    }

    /** The test can fail: a store that finds another program's tokens, and one that finds those that are over. */
    @Test
    void storeThatTellsTokensApart_isFound() {
        assertFound("foreign", tokensOf(argument -> SHOP.id().equals(argument) ? OTHER.id() : argument));
        assertFound("expired", tokensOf(argument -> argument instanceof Instant ? Instant.EPOCH : argument));
    }

    private void assertFound(String kind, UnaryOperator<Storage> broken) {
        try (var fixture = new ApiFixture(data.resolve(kind), Listening.onLoopback(0), ApiFixture.PATIENT, broken)) {
            assertThatThrownBy(() -> assertOneAnswer(fixture))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(kind);
        }
    }

    private static void assertOneAnswer(ApiFixture fixture) throws IOException {
        var shop = fixture.backEnd(SHOP);
        var tokens = deadTokens(fixture, shop);
        var answers = new LinkedHashMap<String, Map<String, String>>();
        for (var token : tokens.entrySet()) {
            answers.put(token.getKey(), answers(shop, token.getValue()));
        }
        var unknown = answers.getOrDefault("unknown", Map.of());
        answers.forEach((kind, given) -> assertThat(given).as(kind).isEqualTo(unknown));
        assertThat(unknown.get("/v1/introspect")).startsWith("200").endsWith(INACTIVE);
        assertThat(unknown.get("/v1/revoke")).startsWith("200").endsWith("{}");
        assertThat(unknown.get("/v1/redeem")).startsWith("400").contains("/invalid-token");
        assertThat(fixture.sent).as("only the used token was ever good").hasSize(1);
    }

    private static Map<String, String> deadTokens(ApiFixture fixture, BackEnd shop) throws IOException {
        var tokens = new LinkedHashMap<String, String>();
        var revoked = fixture.token(SHOP);
        fixture.host.grants().revokeAll(LIN);
        var expired = fixture.token(SHOP);
        fixture.clock.advance(ScopeCatalog.PHONE_NUMBER.maxTokenLifetime());
        var used = fixture.token(SHOP);
        shop.post("/v1/redeem", JSON, redemption(used));
        var returned = fixture.token(SHOP);
        shop.post("/v1/revoke", FORM, form(returned));
        tokens.put("unknown", "A".repeat(43));
        tokens.put("odd", "' OR 1=1 --");
        tokens.put("foreign", fixture.token(OTHER));
        tokens.put("expired", expired);
        tokens.put("used", used);
        tokens.put("returned", returned);
        tokens.put("revoked", revoked);
        return tokens;
    }

    /** What each URL answers, all of it but the date. */
    private static Map<String, String> answers(BackEnd shop, String token) throws IOException {
        var answers = new TreeMap<String, String>();
        answers.put("/v1/introspect", bytes(shop.post("/v1/introspect", FORM, form(token))));
        answers.put("/v1/redeem", bytes(shop.post("/v1/redeem", JSON, redemption(token))));
        answers.put("/v1/revoke", bytes(shop.post("/v1/revoke", FORM, form(token))));
        return answers;
    }

    private static String bytes(Wire.Answer answer) {
        var headers = new TreeMap<>(answer.headers());
        headers.remove("date");
        return answer.status() + " " + headers + " " + answer.body();
    }

    /** A storage whose tokens get some arguments changed. */
    private static UnaryOperator<Storage> tokensOf(UnaryOperator<Object> change) {
        return real -> {
            var lax = proxy(TokenStore.class, (method, arguments) ->
                method.invoke(real.tokens(), Stream.of(arguments).map(change).toArray())
            );
            return proxy(Storage.class, (method, arguments) ->
                method.getName().equals("tokens") ? lax : method.invoke(real, arguments)
            );
        };
    }

    private static <T> T proxy(Class<T> type, Invocation invocation) {
        InvocationHandler handler = (_, method, arguments) -> invocation.invoke(method, arguments);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, handler));
    }

    @FunctionalInterface
    private interface Invocation {
        @Nullable
        Object invoke(Method method, Object[] arguments) throws ReflectiveOperationException;
    }
}
