package dev.cloakroom.runtime.cli;

import dev.cloakroom.runtime.drive.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A step's object in words: what stands behind its verb. */
final class StepText {

    private StepText() {}

    static String of(Step step) {
        return switch (step) {
            case Step.Open open -> open.url().isEmpty() ? "the first page" : open.url();
            case Step.Tap tap -> tap.selector();
            case Step.Input input -> input.selector() + " \"" + input.text() + "\"";
            case Step.Wait wait -> String.join(" ", condition(wait.condition()));
            case Step.WaitIdle _ -> "until the program rests";
            case Step.Consent consent -> consent.answer().name().toLowerCase(Locale.ROOT);
            case Step.Modal modal -> modal.confirm() ? "confirm" : "cancel";
            case Step.Pick pick -> pick.things().isEmpty() ? "nothing" : pick.things().size() + " things";
            case Step.Expect expect -> expectation(expect);
            case Step.Revoke revoke -> revoke.scope().name();
            case Step.Advance advance -> "the host's clock by " + advance.by();
            case Step.Back _, Step.Uninstall _, Step.Close _ -> "for " + step.head().user();
        };
    }

    private static String expectation(Step.Expect expect) {
        List<String> words = condition(expect.condition());
        if (expect.absent()) {
            words.add("absent");
        }
        count(words, expect.count(), "times");
        expect.received().forEach((kind, number) -> count(words, number, kind.several()));
        count(words, expect.prompts(), "consent prompts");
        return String.join(" ", words);
    }

    private static List<String> condition(Step.Condition condition) {
        List<String> words = new ArrayList<>();
        if (condition.page() != null) {
            words.add(condition.page());
        }
        if (condition.selector() != null) {
            words.add(condition.selector());
        }
        if (condition.text() != null) {
            words.add("\"" + condition.text() + "\"");
        }
        return words;
    }

    private static void count(List<String> words, @Nullable Integer count, String what) {
        if (count != null) {
            words.add(count + " " + what);
        }
    }
}
