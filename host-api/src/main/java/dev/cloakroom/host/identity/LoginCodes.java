package dev.cloakroom.host.identity;

import dev.cloakroom.host.keys.KeyRing;
import dev.cloakroom.host.keys.RandomSource;
import dev.cloakroom.host.keys.SecretKind;
import dev.cloakroom.host.transaction.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** {@code wx.login}: a code that the program's back end exchanges once for the user's pairwise subject. */
public final class LoginCodes {

    /** As long as WeChat's. */
    public static final Duration LIFETIME = Duration.ofMinutes(5);

    private static final int CODE_BYTES = 32;

    private final LoginCodeStore store;
    private final PairwiseSubjects subjects;
    private final LoginObserver observer;
    private final KeyRing keys;
    private final RandomSource random;
    private final Clock clock;
    private final Transactions transactions;

    public LoginCodes(
        LoginCodeStore store,
        PairwiseSubjects subjects,
        LoginObserver observer,
        KeyRing keys,
        RandomSource random,
        Clock clock,
        Transactions transactions
    ) {
        this.store = store;
        this.subjects = subjects;
        this.observer = observer;
        this.keys = keys;
        this.random = random;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** A new code: 256 random bits as base64url, good for one exchange within {@link #LIFETIME}. */
    public String issue(ProgramId program, UserId user) {
        var code = random.text(CODE_BYTES);
        return transactions.inTransaction(() -> insert(code, program, user));
    }

    /** Nobody need ever exchange a code, so who makes new ones clears away those that are over. */
    private String insert(String code, ProgramId program, UserId user) {
        var now = clock.instant();
        store.deleteExpired(now);
        store.insert(digest(code), program, user, now.plus(LIFETIME));
        return code;
    }

    /** Empty for an unknown, another program's, a used and an expired code alike. */
    public Optional<PairwiseSubject> exchange(AuthenticatedProgram program, String code) {
        return transactions.inTransaction(() -> take(program.id(), code));
    }

    private Optional<PairwiseSubject> take(ProgramId program, String code) {
        store.deleteExpired(clock.instant());
        var subject = store.take(digest(code), program).map(user -> subjects.of(program, user));
        subject.ifPresent(found -> observer.exchanged(program, found));
        return subject;
    }

    private String digest(String code) {
        return keys.digest(SecretKind.LOGIN_CODE, code);
    }
}
