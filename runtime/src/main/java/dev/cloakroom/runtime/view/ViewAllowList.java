package dev.cloakroom.runtime.view;

import dev.cloakroom.runtime.sandbox.GuestMisbehaved;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a program may put into a page. Whatever shows the page need not ask again. */
final class ViewAllowList {

    private static final Pattern TAG = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,99}");
    private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z][A-Za-z0-9_:.-]{0,99}");

    private ViewAllowList() {}

    static String tag(String name) throws GuestMisbehaved {
        if (!TAG.matcher(name).matches()) {
            throw new GuestMisbehaved("a page element has a name that is none");
        }
        return name;
    }

    /** Whether an operation counts. An attribute that a browser would run as a script does not: WXML has none such. */
    static boolean admits(Operands op) throws GuestMisbehaved {
        return !op.name().equals("A") || admitsAttribute(op.text(2));
    }

    private static boolean admitsAttribute(String name) throws GuestMisbehaved {
        if (!ATTRIBUTE.matcher(name).matches()) {
            throw new GuestMisbehaved("a page attribute has a name that is none");
        }
        String lower = name.toLowerCase(Locale.ROOT);
        return !lower.startsWith("on") && !lower.equals("srcdoc");
    }
}
