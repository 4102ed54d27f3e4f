package dev.cloakroom.runtime.drive;

import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.vault.Field;
import dev.cloakroom.runtime.HostOptions;
import dev.cloakroom.runtime.dev.DevelopmentHost;
import java.nio.file.*;
import java.time.*;
import java.util.*;

class FirstRun {

    public static void main(String[] a) throws Exception {
        var report = new Report();
        var consent = new ScriptedConsent();
        var clock = new ScenarioClock(Clock.systemUTC());
        long t0 = System.nanoTime();
        try (
            var host = DevelopmentHost.start(
                Path.of(a[0]),
                consent,
                HostOptions.defaults(Path.of("/tmp/cache")).withObserver(report).withClock(clock)
            )
        ) {
            System.out.println("started " + (System.nanoTime() - t0) / 1000000);
            var lin = new UserId("lin");
            System.out.println(host.host().api().vault().ownerView(lin).put(Field.PHONE, "13800138000"));
            var runner = new ScenarioRunner(host, consent, clock, report);
            List<Step> steps = List.of(
                new Step.Open("pages/menu/menu?table=7"),
                new Step.Tap("#dish-1 .add"),
                new Step.Tap("#checkout"),
                new Step.Input("#note", "less spicy"),
                new Step.Tap("#use-phone"),
                new Step.Consent(ConsentAnswer.ALLOW),
                new Step.Tap("#place-order"),
                new Step.Wait(
                    new Expectation(
                        Optional.of("#status"),
                        Optional.of("We have texted you"),
                        Optional.of("pages/done/done"),
                        false,
                        OptionalInt.empty(),
                        OptionalInt.of(1),
                        OptionalInt.empty()
                    )
                )
            );
            try {
                for (Step s : steps) {
                    System.out.println(s.label());
                    runner.play(s, lin, Duration.ofSeconds(15));
                }
            } catch (StepFailed e) {
                System.out.println("FAILED " + e.getMessage());
            }
            runner.closeAll();
            System.out.println(host.messages());
            host.host()
                .api()
                .ledger()
                .entries()
                .forEach(x -> System.out.println(x.json()));
        }
        System.out.println(report.problems().toPrettyString());
        Files.writeString(Path.of("/tmp/report.json"), report.thirdPartyView().toPrettyString());
        System.exit(0);
    }
}
