package dev.cloakroom.host.scope;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every scope there is. A name that is not here is refused. */
public final class ScopeCatalog {

    public static final Scope PHONE_NUMBER = new Scope(
        "scope.phoneNumber",
        new Wording(
            "let it have messages sent to your phone number, without seeing the number",
            "通过您的手机号向您发送消息，但看不到您的手机号"
        ),
        Set.of("send-sms"),
        Duration.ofMinutes(5),
        1
    );

    private static final List<Scope> ALL = List.of(PHONE_NUMBER);

    private ScopeCatalog() {}

    public static List<Scope> all() {
        return ALL;
    }

    public static Optional<Scope> find(String name) {
        return ALL.stream()
            .filter(scope -> scope.name().equals(name))
            .findFirst();
    }
}
