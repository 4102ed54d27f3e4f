package dev.cloakroom.runtime.bridge.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.owner.Labels;
import dev.cloakroom.runtime.owner.Painter;
import dev.cloakroom.runtime.owner.PrivacyDesk;
import dev.cloakroom.runtime.view.SessionUi;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program hears of the user's settings, and the user's own side of them. */
class SurfaceApisTest {

    @TempDir
    Path folder;

    private BrokeredHost host;
    private BrokeredHost.Session session;

    @BeforeEach
    void open() {
        host = new BrokeredHost(folder);
        session = host.full("lin");
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void getSetting_saysNothingOfScopesThatNobodyAskedFor() {
        assertThat(settings("getSetting")).isEqualTo("{}");
    }

    @Test
    void getSetting_followsWhatTheUserDoes() {
        session.call("getWeRunData", "{}");
        assertThat(settings("getSetting")).isEqualTo("{\"scope.werun\":true}");

        host.api.grants().revokeAll(session.caller.user());

        assertThat(settings("getSetting")).isEqualTo("{\"scope.werun\":false}");
    }

    @Test
    void getSetting_ofWhatWasAllowedOnce_isNoPromise() {
        host.answer = ConsentAnswer.ONCE;
        session.call("getWeRunData", "{}");

        assertThat(settings("getSetting")).isEqualTo("{\"scope.werun\":false}");
    }

    @Test
    void locationOff_isToldAsANo() {
        session.call("getLocation", "{}");
        desk("{\"act\": \"location-off\", \"on\": true}");

        assertThat(settings("getSetting")).isEqualTo("{\"scope.userLocation\":false}");
        assertThat(session.call("getLocation", "{}")).contains("fail user deny");
    }

    @Test
    void authorize_asksOnceForAllTheCallsAfterIt() {
        assertThat(session.call("authorize", "{\"scope\": \"scope.userLocation\"}")).contains("authorize:ok");
        assertThat(session.call("getLocation", "{}")).contains("getLocation:ok");
        assertThat(host.prompts).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({ "scope.record", "scope.camera", "scope.phoneNumber", "scope.payment", "''" })
    void authorize_ofAnotherScope_isAParameterError(String scope) {
        assertThat(session.call("authorize", "{\"scope\": \"" + scope + "\"}")).contains("fail parameter error");
    }

    @Test
    void authorize_ofWhatIsNotThere_failsAsTheCallWould() {
        var nobody = host.empty("nobody");

        assertThat(nobody.call("authorize", "{\"scope\": \"scope.werun\"}")).isEqualTo(
            "{\"errMsg\":\"authorize:fail user deny\",\"errno\":104}"
        );
    }

    @Test
    void openSetting_withoutATap_isRefused() {
        assertThat(session.reply("openSetting", "{}").toString()).contains(
            "fail can only be invoked by user TAP gesture."
        );
    }

    @Test
    void openSetting_waitsForTheUserAndTellsWhatIsSetThen() throws Exception {
        session.call("getWeRunData", "{}");
        var watched = session.caller.ui().watch(_ -> {});
        session.tap("none");
        var reply = CompletableFuture.supplyAsync(() -> session.reply("openSetting", "{}"));
        Awaitility.await().until(() -> session.caller.ui().toJson().has("sheet"));
        assertThat(reply).isNotDone();

        desk("{\"act\": \"audience\", \"scope\": \"scope.werun\", \"value\": \"nobody\"}");
        session.caller.ui().closeSheet();

        assertThat(reply.get(20, TimeUnit.SECONDS).at("/authSetting/scope.werun").asBoolean(true)).isFalse();
        watched.run();
    }

    @Test
    void sheet_thatNobodyLooksAt_isClosedAtOnce() {
        var ui = new SessionUi();

        ui.open(SessionUi.Sheet.SETTINGS);

        assertThat(ui.toJson().has("sheet")).isFalse();
    }

    @Test
    void agreement_countsAfterATapOnItsButtonOnly() {
        assertThat(session.reply("agreePrivacyAuthorization", "{}").toString()).contains("TAP gesture");
        assertThat(needsAgreement()).isTrue();

        assertThat(session.call("agreePrivacyAuthorization", "{}")).contains(":ok");

        assertThat(needsAgreement()).isFalse();
    }

    @Test
    void programThatDeclaresNothing_needsNoAgreement() {
        var reply = host.undeclared("lin").reply("getPrivacySetting", "{}");

        assertThat(reply.path("needAuthorization").asBoolean(true)).isFalse();
    }

    @Test
    void placeholder_isPaintedForItsOwnUserOnly() {
        var profile = session.reply("getUserProfile", "{}").path("userInfo");
        var program = session.caller.program().id();
        var mine = new Painter(host.api, session.caller.user(), program);
        var others = new Painter(host.api, host.full("mo").caller.user(), program);

        assertThat(mine.value(profile.path("nickName").asText())).contains("MoonlitOtter");
        assertThat(mine.value(profile.path("avatarUrl").asText())).contains("https://pictures.example/otter-4711.png");
        assertThat(others.value(profile.path("nickName").asText())).isEmpty();
        assertThat(mine.value("cloakroom:nickname:" + "A".repeat(22))).isEmpty();
        assertThat(mine.value("MoonlitOtter")).isEmpty();
    }

    @Test
    void desk_showsWhatWasAllowedAndWhatWasTold() {
        session.call("getWeRunData", "{}");
        var state = privacy().state();

        assertThat(state.at("/grants/0/scope").asText()).isEqualTo("scope.werun");
        assertThat(state.at("/grants/0/term").asText()).isEqualTo("until you take it back");
        assertThat(state.at("/disclosed/0/kind").asText()).isEqualTo("derived");
        assertThat(state.path("values").findValuesAsText("value")).contains("MoonlitOtter");
    }

    @Test
    void desk_letsAProgramAskAgainAfterANo() {
        host.answer = ConsentAnswer.DENY;
        session.call("getWeRunData", "{}");
        assertThat(denied()).containsExactly("scope.werun");

        host.answer = ConsentAnswer.ALLOW;
        assertThat(session.call("getWeRunData", "{}")).contains("fail user deny");
        desk("{\"act\": \"reopen\", \"scope\": \"scope.werun\"}");

        assertThat(session.call("getWeRunData", "{}")).contains("getWeRunData:ok");
        assertThat(denied()).isEmpty();
    }

    @Test
    void desk_keepsASecondValueAndChoosesIt() {
        assertThat(
            desk("{\"act\": \"put\", \"field\": \"PHONE\", \"label\": \"work\", \"value\": \"13900139000\"}")
        ).isEqualTo("saved");
        desk("{\"act\": \"choose\", \"scope\": \"scope.phoneNumber\", \"value\": \"work\"}");

        assertThat(
            host.api.settings().choice(session.caller.user(), session.caller.program().id(), ScopeCatalog.PHONE_NUMBER)
        ).isEqualTo("work");
        assertThat(desk("{\"act\": \"put\", \"field\": \"PHONE\", \"label\": \"work\", \"value\": \"no\"}")).startsWith(
            "not a phone number"
        );
    }

    @Test
    void desk_offersTheNamesOfTheUsersValuesAndNoValue() {
        desk("{\"act\": \"put\", \"field\": \"PHONE\", \"label\": \"work\", \"value\": \"13900139000\"}");
        privacy().choose(ScopeCatalog.PHONE_NUMBER, "work");
        privacy().choose(ScopeCatalog.PHONE_NUMBER, "none of mine");

        assertThat(privacy().labels(ScopeCatalog.PHONE_NUMBER)).isEqualTo(new Labels(List.of("", "work"), "work"));
        assertThat(privacy().labels(ScopeCatalog.ADDRESS).differ()).isFalse();
        assertThat(privacy().labels(ScopeCatalog.WERUN)).isEqualTo(new Labels(List.of(), ""));
    }

    @Test
    void desk_forgetsTheUser() {
        session.call("getWeRunData", "{}");
        assertThat(privacy().export().toString()).contains("MoonlitOtter");

        desk("{\"act\": \"erase\"}");

        assertThat(privacy().state().path("values")).isEmpty();
        assertThat(privacy().state().path("grants")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = { "10086 | true | ok", "10086 | false | fail cancel", "call me | true | fail parameter error" }
    )
    void makePhoneCall_isTheUsersToMake(String number, boolean calls, String outcome) {
        var reply = CompletableFuture.supplyAsync(() ->
            session
                .reply("makePhoneCall", "{\"phoneNumber\": \"" + number + "\"}")
                .path("errMsg")
                .asText()
        );
        Awaitility.await().until(
            () -> reply.isDone() || session.caller.ui().answer(calls ? OptionalInt.of(0) : OptionalInt.empty())
        );

        assertThat(reply.join()).isEqualTo("makePhoneCall:" + outcome);
    }

    @Test
    void numberThatAProgramHoldsAsAToken_isShownToTheUserOnly() {
        registered();
        String contact = session.reply("chooseContact", "{}").path("phoneNumber").asText();
        var asked = new ArrayList<String>();

        var reply = calling(contact, asked);

        assertThat(reply).isEqualTo("makePhoneCall:ok");
        assertThat(asked).allMatch(dialog -> dialog.contains(contact) && !dialog.contains("13700002222"));
        assertThat(painter("lin").number(contact)).contains("13700002222");
        assertThat(painter("mo").number(contact)).isEmpty();
    }

    @Test
    void tokenOfAnotherUserOrForSomethingElse_isNoNumber() {
        registered();
        var mo = host.full("mo");
        String others = mo.reply("chooseContact", "{}").path("phoneNumber").asText();
        String invoice = session.reply("chooseInvoiceTitle", "{}").path("code").asText();

        for (String token : List.of(others, invoice, "A".repeat(43))) {
            assertThat(calling(token, new ArrayList<>())).isEqualTo("makePhoneCall:fail parameter error");
            assertThat(painter("lin").number(token)).isEmpty();
        }
    }

    @Test
    void numberThatWasTakenBack_isShownNoMore() {
        registered();
        String contact = session.reply("chooseContact", "{}").path("phoneNumber").asText();
        host.api.grants().revokeAll(session.caller.user());

        assertThat(calling(contact, new ArrayList<>())).isEqualTo("makePhoneCall:fail parameter error");
        assertThat(painter("lin").number(contact)).isEmpty();
    }

    @Test
    void clipboard_takesWhatTheProgramPutsThere() {
        var copied = new ArrayList<String>();
        session.caller.ui().watch(ui -> copied.add(ui.at("/copied/data").asText()));

        assertThat(session.reply("setClipboardData", "{\"data\": \"SF123\"}").toString()).contains(":ok");

        assertThat(copied).as("at first, once, and no more").containsExactly("", "SF123", "");
        assertThat(session.reply("setClipboardData", "{\"data\": 5}").toString()).contains("fail parameter error");
    }

    @Test
    void preview_showsPicturesOfThisSession() {
        String path = session.reply("chooseImage", "{}").at("/tempFilePaths/0").asText();

        assertThat(session.reply("previewImage", "{\"urls\": [\"" + path + "\"]}").toString()).contains(":ok");
        assertThat(session.caller.ui().toJson().at("/preview/current").asText()).isEqualTo(path);
    }

    @Test
    void actionSheet_withNoItemsOrTooManyIsRefused() {
        for (var items : List.of("[]", "[1,2,3,4,5,6,7]", "\"one\"")) {
            var reply = session.reply("showActionSheet", "{\"itemList\": " + items + "}");
            assertThat(reply.path("errMsg").asText()).isEqualTo("showActionSheet:fail parameter error");
        }
    }

    @Test
    void layout_isToldOfTheSessionsOwnPages() {
        var asked = new ArrayList<String>();
        paintInto(asked);

        assertThat(
            session.reply("nodeLayout", "{\"page\": 1, \"nodes\": [[2, \"color\"]]}").path("boxes").size()
        ).isEqualTo(1);
        assertThat(asked).containsExactly("1 [[2,\"color\"]]");
    }

    /** A document waits with a question until its page shows: of pages that never do, any number would pile up. */
    @ParameterizedTest
    @ValueSource(
        strings = {
            "{\"page\": 2, \"nodes\": [[2]]}",
            "{\"nodes\": [[2]]}",
            "{\"page\": 1, \"nodes\": [2]}",
            "{\"page\": 1, \"nodes\": {}}",
            "{\"page\": 1, \"nodes\": [[\"2\"]]}",
            "{\"page\": 1, \"nodes\": [[2, \"color; x\"]]}",
        }
    )
    void layout_ofWhatIsNotThere_isAParameterErrorAndAsksNobody(String args) {
        var asked = new ArrayList<String>();
        paintInto(asked);

        assertThat(session.reply("nodeLayout", args).toString()).contains("fail parameter error");
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "200, 0, true", "201, 0, false", "4, 49, true", "4, 50, false" })
    void layout_isToldOfSoManyNodesAndStylesAtOnce(int nodes, int styles, boolean told) {
        paintInto(new ArrayList<>());
        var node = "[2" + ", \"color\"".repeat(styles) + "]";
        var all = String.join(",", Collections.nCopies(nodes, node));

        assertThat(session.reply("nodeLayout", "{\"page\": 1, \"nodes\": [" + all + "]}").has("boxes")).isEqualTo(told);
    }

    /** Whatever paints the pages shows none of the nodes. */
    private void paintInto(List<String> asked) {
        var layout = session.caller.pages().layout();
        var _ = layout.paintedBy((question, page, nodes) -> {
            asked.add(page + " " + nodes);
            layout.answer(question, Json.array().addAll(Collections.nCopies(nodes.size(), Json.object())));
        });
    }

    private void registered() {
        var _ = host.api.programs().register(session.caller.program());
    }

    private Painter painter(String user) {
        return new Painter(host.api, new UserId(user), session.caller.program().id());
    }

    /** Calls, says yes to each dialog, and writes down what the program's part of it shows. */
    private String calling(String number, List<String> asked) {
        var reply = CompletableFuture.supplyAsync(() ->
            session
                .reply("makePhoneCall", "{\"phoneNumber\": \"" + number + "\"}")
                .path("errMsg")
                .asText()
        );
        Awaitility.await().until(() -> {
            session.caller
                .ui()
                .dialog()
                .ifPresent(dialog -> asked.add(dialog.content().toString()));
            return reply.isDone() || session.caller.ui().answer(OptionalInt.of(0));
        });
        return reply.join();
    }

    private String settings(String api) {
        return session.reply(api, "{}").path("authSetting").toString();
    }

    private boolean needsAgreement() {
        return session.reply("getPrivacySetting", "{}").path("needAuthorization").asBoolean();
    }

    private PrivacyDesk privacy() {
        return new PrivacyDesk(host.api, session.caller.user(), session.caller.program().id());
    }

    private String desk(String act) {
        return privacy().act(Json.parseObject(act).orElseThrow());
    }

    private List<String> denied() {
        var denied = new ArrayList<String>();
        privacy()
            .state()
            .path("scopes")
            .forEach(scope -> {
                if (scope.path("denied").asBoolean()) {
                    denied.add(scope.path("scope").asText());
                }
            });
        return denied;
    }
}
