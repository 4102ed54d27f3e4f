package dev.cloakroom.runtime.bridge.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.host.HostApi;
import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.keys.FileKeyRing;
import dev.cloakroom.host.storage.sqlite.SqliteStorage;
import dev.cloakroom.runtime.bridge.WxApi;
import dev.cloakroom.runtime.net.Network;
import dev.cloakroom.runtime.observe.Observer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guest library takes to the host is what the host answers, so that `wx.canIUse` tells the truth. */
class GuestTableTest {

    private static final Pattern ENTRY = Pattern.compile("(?m)^ {2}(\\w+): \\{ how: 'host'");
    private static final Pattern OTHERS = Pattern.compile("otherHostApis = \\[([^]]*)]");
    private static final Pattern QUOTED = Pattern.compile("'(\\w+)'");

    @Test
    void guestTable_namesWhatTheRegistryAnswers(@TempDir Path folder) throws IOException {
        assertThat(guestTable()).containsExactlyInAnyOrderElementsOf(registry(folder));
    }

    private static Set<String> guestTable() throws IOException {
        Set<String> names = new HashSet<>();
        String table = Files.readString(Path.of("guest/src/wx/host.ts"));
        ENTRY.matcher(table)
            .results()
            .forEach(entry -> names.add(entry.group(1)));
        OTHERS.matcher(table)
            .results()
            .forEach(list ->
                QUOTED.matcher(list.group(1))
                    .results()
                    .forEach(name -> names.add(name.group(1)))
            );
        return names;
    }

    private static Set<String> registry(Path folder) {
        Set<String> names = new HashSet<>();
        try (var storage = SqliteStorage.open(folder)) {
            var host = HostApi.over(storage, FileKeyRing.open(folder), _ -> ConsentAnswer.DENY).build();
            StandardApis.of(host, Network.NONE, Observer.NONE).stream().map(WxApi::name).forEach(names::add);
        }
        return names;
    }
}
