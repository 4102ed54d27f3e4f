package dev.cloakroom.host.alias;

import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.keys.RandomSource;
import dev.cloakroom.host.scope.AliasKind;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** Makes aliases and remembers them, so that a program sees the same one of a user each time. */
public final class Aliases {

    /** What every placeholder begins with; the host's painter looks for it. */
    public static final String PLACEHOLDER = "cloakroom:";

    private static final int PLACEHOLDER_BYTES = 16;
    private static final int MAILBOX_BYTES = 10;
    private static final int MAILBOX_LENGTH = 16;
    private static final int NUMBER_BYTES = 12;

    /** 154 has never been given to an operator; forms that check for 1[3-9] and nine digits take it. */
    private static final String UNASSIGNED_RANGE = "154";

    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥";
    private static final int NAME_LENGTH = 4;

    private final AliasStore store;
    private final RandomSource random;

    public Aliases(AliasStore store, RandomSource random) {
        this.store = store;
        this.random = random;
    }

    /** The alias of this user at this program; made at first use. */
    public String of(ProgramId program, UserId user, AliasKind kind) {
        return store.findOrInsert(program, user, kind, make(kind));
    }

    /** Whom the alias stands for, and where; for the host's relays and its painter. */
    public Optional<AliasOwner> owner(AliasKind kind, String alias) {
        return store.findOwner(kind, alias);
    }

    /** After this the program's aliases of the user mean nothing. */
    public void forget(ProgramId program, UserId user) {
        store.delete(program, user);
    }

    /** The same for every program. */
    public void forgetAll(UserId user) {
        store.deleteAll(user);
    }

    private String make(AliasKind kind) {
        return switch (kind) {
            case NAME -> letters(STEMS, NAME_LENGTH);
            case PHONE -> UNASSIGNED_RANGE + letters("0123456789", 8);
            case MAILBOX -> mailbox();
            case NICKNAME, AVATAR -> placeholder(kind);
        };
    }

    private String placeholder(AliasKind kind) {
        return PLACEHOLDER + kind.name().toLowerCase(Locale.ROOT) + ":" + random.text(PLACEHOLDER_BYTES);
    }

    /** 80 bits in base 32: a name that nobody guesses, in the letters that every mail server takes. */
    private String mailbox() {
        var text = new BigInteger(1, random.bytes(MAILBOX_BYTES)).toString(Character.MAX_RADIX);
        return "u" + text.substring(0, Math.min(text.length(), MAILBOX_LENGTH));
    }

    /** The bias of the remainder is below 2⁻⁸⁰, as the number is that much longer than the text. */
    private String letters(String alphabet, int length) {
        var rest = new BigInteger(1, random.bytes(NUMBER_BYTES + length));
        var size = BigInteger.valueOf(alphabet.length());
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(rest.mod(size).intValue()));
            rest = rest.divide(size);
        }
        return text.toString();
    }
}
