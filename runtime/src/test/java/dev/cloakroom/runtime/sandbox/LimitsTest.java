package dev.cloakroom.runtime.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LimitsTest {

    static Stream<Method> copies() {
        return Stream.of(Limits.class.getMethods()).filter(method -> method.getName().startsWith("with"));
    }

    @ParameterizedTest
    @MethodSource("copies")
    void copy_changesOneLimitAndKeepsTheRest(Method with) throws ReflectiveOperationException {
        Map<String, Object> expected = new TreeMap<>();
        for (Method other : copies().toList()) {
            expected.put(limit(other), value(other, 3));
        }
        Object value = value(with, 7);
        expected.put(limit(with), value);

        Limits copy = (Limits) with.invoke(allChanged(), value);

        assertThat(values(copy)).isEqualTo(expected);
        assertThat(values(Limits.DEFAULT)).doesNotContainValue(value);
    }

    private static Limits allChanged() throws ReflectiveOperationException {
        Limits limits = Limits.DEFAULT;
        for (Method with : copies().toList()) {
            limits = (Limits) with.invoke(limits, value(with, 3));
        }
        return limits;
    }

    private static String limit(Method with) {
        String name = with.getName().substring("with".length());
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static Object value(Method with, int number) {
        Class<?> type = with.getParameterTypes()[0];
        if (type == Duration.class) {
            return Duration.ofSeconds(number);
        }
        return type == Deadline.class ? Deadline.ofSeconds(number, number) : (Object) number;
    }

    private static Map<String, Object> values(Limits limits) throws ReflectiveOperationException {
        Map<String, Object> values = new TreeMap<>();
        for (Method method : Limits.class.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers()) && method.getParameterCount() == 0) {
                values.put(method.getName(), method.invoke(limits));
            }
        }
        return values;
    }
}
