package dev.cloakroom.host.mail;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes people out of a text that a user wrote: every address but those that both sides know, the name before an
 * address, the names that the mail's own headers had, and the block of headers that mail programs quote. A name that
 * the user types elsewhere is the user's to give.
 */
final class Anonymiser {

    private static final String REMOVED = "[…]";
    private static final Pattern SIGNED = Pattern.compile("(?s)-----BEGIN PGP .{0,20000}?-----END PGP [A-Z ]+-----");
    private static final Pattern QUOTED_HEADER = Pattern.compile(
        "(?imu)^([>\\t *|]{0,40})(from|to|cc|sender|reply-to|von|an|de|à|para|发件人|收件人|抄送|发送人|寄件者|收件者)\\s*\\*?\\s*[:\\uFF1A].*$"
    );
    private static final String LOCAL = "[^\\s<>()\\[\\]\"',;:@\\uFF20\\uFE6B]{1,128}";
    private static final Pattern ADDRESS = Pattern.compile(
        "(?iu)(?:\"[^\"\\n]{0,100}\"\\s*<|[^\\n<>,;:\"]{0,100}<)?(?:mailto:)?(" +
            LOCAL +
            "\\s?(?:@|%40|[\\uFF20\\uFE6B]|\\(at\\)|\\[at\\])\\s?" +
            LOCAL +
            ")>?"
    );

    private final Set<String> known;

    /** @param known addresses that both sides have, in small letters */
    Anonymiser(Set<String> known) {
        this.known = Set.copyOf(known);
    }

    String clean(String text, Collection<String> names) {
        var unsigned = SIGNED.matcher(text).replaceAll(REMOVED);
        var headless = QUOTED_HEADER.matcher(unsigned).replaceAll("$1$2: " + Matcher.quoteReplacement(REMOVED));
        return withoutNames(ADDRESS.matcher(headless).replaceAll(this::kept), names);
    }

    private String kept(MatchResult found) {
        var address = found.group(1).toLowerCase(Locale.ROOT).replaceAll("[.!?]+$", "");
        return Matcher.quoteReplacement(known.contains(address) ? address : REMOVED);
    }

    private static String withoutNames(String text, Collection<String> names) {
        var rest = text;
        for (var name : names) {
            var anyCase = Pattern.compile(Pattern.quote(name.strip()), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            rest = anyCase.matcher(rest).replaceAll(REMOVED);
        }
        return rest;
    }
}
