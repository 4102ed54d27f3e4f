package dev.cloakroom.host;

import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.consent.ConsentPrompter;
import dev.cloakroom.host.consent.ConsentRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** A user who gives the answers of a script; a prompt that the script does not foresee throws. */
final class ScriptedPrompter implements ConsentPrompter {

    final List<ConsentRequest> seen = new ArrayList<>();
    /** What happens elsewhere while a dialog is open. */
    Runnable meanwhile = () -> {};

    private final Queue<ConsentAnswer> answers = new ArrayDeque<>();

    void answer(ConsentAnswer... script) {
        answers.addAll(List.of(script));
    }

    @Override
    public synchronized ConsentAnswer prompt(ConsentRequest request) {
        seen.add(request);
        meanwhile.run();
        return answers.remove();
    }
}
