package dev.cloakroom.host.scope;

import java.util.Locale;

/** A text of the host in the languages of its users. */
public record Wording(String english, String chinese) {
    public String in(Locale locale) {
        return locale.getLanguage().equals("zh") ? chinese : english;
    }
}
