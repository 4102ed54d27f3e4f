package dev.cloakroom.host.mail;

import java.util.regex.Pattern;

/**
 * A mail of plain text, made by the host from nothing: what is not a component of it does not travel.
 *
 * @param id random; becomes the message's id under the sender's domain
 * @param fromName may be empty
 * @param reports to whom mail servers report
 * @param automatic a machine wrote it, and no machine shall answer
 */
public record OutgoingMail(
    String id,
    String fromName,
    String from,
    String reports,
    String to,
    String subject,
    String text,
    boolean automatic
) {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;:\"\\p{Cc}]{1,64}@[^\\s@<>,;:\"\\p{Cc}]{1,255}");

    /** @throws IllegalArgumentException without what was given, when a header could end before its time */
    public OutgoingMail {
        require(ADDRESS.matcher(from).matches() && ADDRESS.matcher(to).matches());
        require(ADDRESS.matcher(reports).matches());
        require((id + fromName + subject).codePoints().noneMatch(Character::isISOControl));
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("an address or a header of a mail is not in order");
        }
    }

    String messageId() {
        return "<" + id + from.substring(from.lastIndexOf('@')) + ">";
    }

    /** Says nothing. */
    @Override
    public String toString() {
        return "OutgoingMail";
    }
}
