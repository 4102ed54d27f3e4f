package dev.cloakroom.bench;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the back end of {@code food-order} answers: three sections with two dishes each. */
final class BenchMenu {

    static final String TEXT = IntStream.range(0, 3)
        .mapToObj(BenchMenu::section)
        .collect(Collectors.joining(",", "{\"session\":\"bench\",\"sections\":[", "]}"));

    private BenchMenu() {}

    private static String section(int number) {
        return "{\"title\":\"Section %d\",\"second\":\"主食\",\"dishes\":[%s,%s]}".formatted(
            number,
            dish(2 * number),
            dish(2 * number + 1)
        );
    }

    private static String dish(int id) {
        return """
        {"id":%d,"name":"Beef noodles","second":"牛肉拉面","text":"Hand-pulled, clear broth, radish","price":3200,"art":"noodles"}""".formatted(
            id
        );
    }
}
