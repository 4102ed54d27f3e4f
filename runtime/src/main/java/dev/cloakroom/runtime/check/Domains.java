package dev.cloakroom.runtime.check;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a program sends requests, against what it declares.
 *
 * @param undeclared origins that are missing in {@code cloakroom.requestDomains}
 * @param insecure origins that no declaration would allow: they are neither {@code https} nor this machine
 * @param unused origins that are declared and were not asked in the run
 */
record Domains(Set<String> undeclared, Set<String> insecure, Set<String> unused) {
    private static final Pattern ORIGIN = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*://[^/?#]*).*", Pattern.DOTALL);

    static Domains of(List<PageReport> pages, Set<String> declared) {
        Set<String> undeclared = new TreeSet<>();
        Set<String> insecure = new TreeSet<>();
        Set<String> unused = new TreeSet<>(declared);
        pages
            .stream()
            .flatMap(page -> page.requests().stream())
            .forEach(asked -> {
                String origin = origin(asked.url());
                unused.remove(origin);
                if (!asked.declared()) {
                    (isSafe(origin) ? undeclared : insecure).add(origin);
                }
            });
        return new Domains(undeclared, insecure, unused);
    }

    /** The origin of an address; the whole text where there is none. */
    static String origin(String url) {
        Matcher found = ORIGIN.matcher(url);
        return found.matches() ? found.group(1) : url;
    }

    private static boolean isSafe(String origin) {
        return origin.matches("https://.+|http://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");
    }
}
