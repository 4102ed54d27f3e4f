package dev.cloakroom.runtime.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.identity.DeveloperId;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.ProgramRegistration;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.vault.Field;
import dev.cloakroom.runtime.Host;
import dev.cloakroom.runtime.HostOptions;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.observe.Observer;
import dev.cloakroom.runtime.program.ProgramLoader;
import dev.cloakroom.runtime.program.ProgramStorage;
import dev.cloakroom.runtime.sandbox.GuestMisbehaved;
import dev.cloakroom.runtime.sandbox.Limits;
import dev.cloakroom.runtime.session.RunningProgram;
import dev.cloakroom.runtime.session.UserSession;
import dev.cloakroom.runtime.view.InitialRender;
import dev.cloakroom.runtime.view.Page;
import dev.cloakroom.runtime.view.PageWatcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program that paints all it can learn into its first page. What is shown to everybody before the program runs has
 * nothing of it; and what the same user's own session shows has, so that the attempt is known to be alive.
 */
class InitialRenderTest {

    private static final UserId LIN = new UserId("lin");
    private static final String PHONE = "+8613800138000";
    private static final String STORED = "planted-in-storage";
    private static final String QUERY = "planted-in-query";
    private static final String HOME = "pages/home/home";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Map<String, String> PROGRAM = Map.of(
        "project.config.json",
        "{\"appid\": \"wx01\"}",
        "app.json",
        "{\"pages\": [\"pages/home/home\"]}",
        "app.js",
        """
        console.log('launched')
        App({ onLaunch(options) { this.launch = options; wx.setStorageSync('mark', 'made-by-the-program') } })
        """,
        "pages/home/home.wxml",
        "<view>{{seen}}</view><view>{{loaded}}</view><view wx:for='{{answers}}' wx:key='*this'>{{item}}</view>",
        "pages/home/home.js",
        """
        const sources = [() => wx.getStorageInfoSync(), () => wx.getStorageSync('secret'), () => getApp().launch,
          () => wx.getLaunchOptionsSync(), () => wx.getEnterOptionsSync(), () => wx.getSystemInfoSync(),
          () => getCurrentPages().map((page) => page.options), () => Object.keys(globalThis)]
        const look = () => sources.map((source) => { try { return source() } catch (e) { return String(e) } })
        const APIS = ['login', 'getSetting', 'getUserInfo', 'getUserProfile', 'getStorage', 'getStorageInfo',
          'request', 'getLocation', 'getPhoneNumber', 'chooseAddress', 'getSystemInfo', 'checkSession']
        Page({
          data: { seen: JSON.stringify(look()), loaded: '', answers: [] },
          onLoad(query) {
            this.setData({ loaded: JSON.stringify([query, look()]) })
            for (const api of APIS) this.ask(api)
          },
          ask(api) {
            const complete = (answer) => this.setData({ answers: [...this.data.answers, api + JSON.stringify(answer)] })
            try { wx[api]({ key: 'secret', url: 'https://api.example/', complete }) } catch (e) { complete(String(e)) }
          },
        })
        """
    );

    @TempDir
    private Path folder;

    private final Set<String> heardOf = ConcurrentHashMap.newKeySet();
    private Host host;
    private ProgramStorage storage;
    private RunningProgram program;

    @BeforeEach
    void start() throws IOException {
        write();
        storage = new ProgramStorage(folder.resolve("storage"));
        storage.set(LIN.value(), "secret", Json.tree(STORED));
        var options = HostOptions.defaults(folder.resolve("cache")).withObserver(new Listener(heardOf));
        host = Host.open(folder.resolve("host"), _ -> ConsentAnswer.ALLOW, options);
        host.api().vault().ownerView(LIN).put(Field.PHONE, PHONE);
        var registration = new ProgramRegistration(new ProgramId("wx01"), new DeveloperId("dev"), "The Shop");
        host.api().programs().register(registration);
        program = host.run(ProgramLoader.load(folder.resolve("program")), registration, storage);
    }

    @AfterEach
    void close() throws IOException {
        program.close();
        host.close();
        storage.close();
    }

    @Test
    void whatEverybodyIsShownAtFirst_hasNothingOfAUser() throws GuestMisbehaved {
        program.preload();
        await()
            .atMost(PATIENCE)
            .until(() -> program.initialRender("").isPresent());
        assertThat(heardOf).isEmpty();
        assertThat(host.api().ledger().entriesAfter(0)).noneMatch(entry -> entry.json().contains("subject"));
        UserSession lin = open();

        InitialRender shown = program.initialRender(HOME + "?of=wei").orElseThrow();

        assertNothingOfLin(painted(shown));
        assertThat(painted(shown)).contains("\\\"keys\\\":[\\\"mark\\\"]", "\\\"query\\\":{}");
        assertNothingFromOutside(painted(shown));
        // the same of what one of a user's own session would be
        InitialRender stolen = InitialRender.read(
            InitialRender.of(lin.pages(), HOME).orElseThrow(),
            HOME,
            Limits.DEFAULT
        );
        assertThatThrownBy(() -> assertNothingOfLin(painted(stolen))).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertNothingFromOutside(painted(stolen))).isInstanceOf(AssertionError.class);
        assertThat(heardOf).containsExactly(LIN.value());
    }

    private UserSession open() {
        UserSession session = program.open(LIN, HOME + "?table=" + QUERY);
        await().atMost(PATIENCE).until(session::idle);
        return session;
    }

    private static void assertNothingOfLin(String page) {
        assertThat(page).doesNotContain(STORED, QUERY, PHONE, PHONE.substring(3), "lin");
    }

    private static void assertNothingFromOutside(String page) {
        assertThat(page).doesNotContain("login{", "getSetting{", "request{");
    }

    private static String painted(InitialRender render) {
        var painter = new Painter();
        render.showTo(painter);
        return painter.text.toString();
    }

    private void write() throws IOException {
        for (var file : PROGRAM.entrySet()) {
            Path path = folder.resolve("program").resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private record Listener(Set<String> users) implements Observer {
        @Override
        public void console(String user, String level, String text, String at) {
            users.add(user);
        }

        @Override
        public void problem(String user, String message, String at) {
            users.add(user);
        }
    }

    private static final class Painter implements PageWatcher {

        final StringBuilder text = new StringBuilder();

        @Override
        public void opened(Page page) {
            text.append(page.query()).append(page.window());
        }

        @Override
        public void operations(Page page, ArrayNode operations) {
            text.append(operations);
        }

        @Override
        public void shown(Page page) {
            assertThat(page.path()).isEqualTo(HOME);
        }

        @Override
        public void closed(Page page) {
            throw new AssertionError("what is shown at first is not closed");
        }
    }
}
