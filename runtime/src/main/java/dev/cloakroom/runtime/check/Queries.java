package dev.cloakroom.runtime.check;

import dev.cloakroom.runtime.program.ProgramPackage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plausible parameters of pages: a value for each name that a page's {@code onLoad} reads in its source. */
final class Queries {

    private static final Pattern ON_LOAD = Pattern.compile(
        "\\bonLoad\\s*(?::\\s*(?:async\\s+)?(?:function\\b\\s*\\w*\\s*)?)?\\(?\\s*(?:(\\w+)|\\{([^}]*)})[^)=]*\\)?"
    );
    private static final Pattern NAME = Pattern.compile("\\w+");
    private static final Pattern PAIR = Pattern.compile("(\\w+)(?:\\s*[:=][^,]*)?");
    private static final Set<String> NO_NAMES = Set.of("length", "hasOwnProperty", "toString");

    /** What a scanned code brings: a program that finds one goes another way than by its other parameters. */
    private static final Set<String> SCANNED = Set.of("scene", "q");

    private final Map<String, String> sources;

    Queries(ProgramPackage files) {
        this.sources = files.texts(".js", ".ts");
    }

    /** The address of a page, with parameters. */
    String url(String path) {
        Set<String> names = names(sources.getOrDefault(path + ".js", sources.getOrDefault(path + ".ts", "")));
        String query = names
            .stream()
            .map(name -> name + "=" + URLEncoder.encode(value(name), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static Set<String> names(String source) {
        Matcher method = ON_LOAD.matcher(source);
        Set<String> names = new LinkedHashSet<>();
        while (method.find()) {
            names.addAll(
                method.group(1) == null ? destructured(method.group(2)) : members(source, method.group(1), method.end())
            );
        }
        if (names.stream().anyMatch(name -> !SCANNED.contains(name))) {
            names.removeAll(SCANNED);
        }
        return names;
    }

    /** What is read of the parameter, up to the end of the file: where the method ends only a parser could tell. */
    private static Set<String> members(String source, String parameter, int from) {
        String rest = source.substring(from);
        String given = "\\b" + parameter;
        Stream<String> read = Pattern.compile(given + "\\??\\.(\\w+)(?!\\w*\\s*\\()")
            .matcher(rest)
            .results()
            .map(found -> found.group(1));
        Stream<String> taken = Pattern.compile("\\{([^{}]*)}\\s*=\\s*" + parameter + "\\b")
            .matcher(rest)
            .results()
            .flatMap(found -> destructured(found.group(1)).stream());
        return Stream.concat(read, taken)
            .filter(name -> !NO_NAMES.contains(name))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> destructured(String names) {
        return PAIR.matcher(names)
            .results()
            .map(found -> found.group(1))
            .filter(name -> NAME.matcher(name).matches())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String value(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith("url") || lower.endsWith("link") || lower.equals("src")) {
            return "https://mock.example/page";
        }
        return lower.endsWith("name") || lower.endsWith("title") ? name : "1";
    }
}
