package dev.cloakroom.host;

import dev.cloakroom.host.settings.Audience;
import dev.cloakroom.host.settings.Block;
import dev.cloakroom.host.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A user's settings as they read them in their own copy. */
record SettingsExport(boolean locationOff, Map<String, String> audiences, List<String> blocks) {
    static SettingsExport of(Settings settings) {
        var audiences = new TreeMap<String, String>();
        settings.audiences().forEach((scope, audience) -> audiences.put(scope.name(), words(audience)));
        return new SettingsExport(
            settings.locationOff(),
            audiences,
            settings.blocks().stream().map(SettingsExport::words).sorted().toList()
        );
    }

    private static String words(Audience audience) {
        return switch (audience) {
            case Audience.Nobody _ -> "nobody";
            case Audience.ChosenPrograms(var programs) -> "programs " +
                programs
                    .stream()
                    .map(id -> id.value())
                    .sorted()
                    .toList();
            case Audience.AnyProgram _ -> "any program may ask";
            case Audience.Friends _ -> "any program may ask, friends see it";
            case Audience.Everyone _ -> "everyone";
        };
    }

    private static String words(Block block) {
        var purpose = block
            .purpose()
            .map(text -> " for: " + text)
            .orElse("");
        return block.program().value() + " not " + block.scope().name() + purpose;
    }
}
