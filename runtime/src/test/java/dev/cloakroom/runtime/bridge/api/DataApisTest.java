package dev.cloakroom.runtime.bridge.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.host.consent.ConsentAnswer;
import dev.cloakroom.host.consent.ConsentRequest;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.host.settings.Audience;
import dev.cloakroom.runtime.json.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every wx API that asks for personal data, through the bridge and a real broker. */
class DataApisTest {

    private static final Set<String> LISTED = Set.of(
        "getLocation",
        "startLocationUpdate",
        "chooseLocation",
        "choosePoi",
        "getFuzzyLocation",
        "chooseAddress"
    );

    @TempDir
    Path folder;

    private BrokeredHost host;

    /**
     * An API, and what it is for.
     *
     * @param members what a program may count on when the user allows it
     */
    record Api(String name, String args, Scope scope, List<String> members) {
        @Override
        public String toString() {
            return name + " " + args;
        }
    }

    static Stream<Api> answering() {
        return Stream.of(
            api("getLocation", ScopeCatalog.USER_LOCATION, "latitude longitude accuracy altitude speed code"),
            api("startLocationUpdate", ScopeCatalog.USER_LOCATION, "latitude longitude accuracy code"),
            api("chooseLocation", ScopeCatalog.USER_LOCATION, "latitude longitude name address code"),
            api("choosePoi", ScopeCatalog.USER_LOCATION, "latitude longitude name address type city code"),
            api("getFuzzyLocation", ScopeCatalog.USER_FUZZY_LOCATION, "latitude longitude"),
            api("getWeRunData", ScopeCatalog.WERUN, "stepInfoList encryptedData iv"),
            api(
                "chooseAddress",
                ScopeCatalog.ADDRESS,
                "userName telNumber provinceName cityName countyName streetName detailInfo detailInfoNew nationalCode postalCode code"
            ),
            extension(ScopeCatalog.AGE, "ageOver18"),
            extension(ScopeCatalog.FRIENDS_NEARBY, "friendsNearby")
        );
    }

    static Stream<Api> tokens() {
        return Stream.of(
            api("getPhoneNumber", ScopeCatalog.PHONE_NUMBER, "code"),
            api("getUserProfile", ScopeCatalog.USER_INFO, "userInfo rawData signature encryptedData iv"),
            api("getUserInfo", ScopeCatalog.USER_INFO, "userInfo rawData"),
            api("chooseAvatar", ScopeCatalog.USER_INFO, "avatarUrl"),
            api(
                "chooseInvoiceTitle",
                ScopeCatalog.INVOICE_TITLE,
                "type title taxNumber companyAddress telephone bankName bankAccount code"
            ),
            api("chooseContact", ScopeCatalog.CONTACT, "displayName phoneNumber phoneNumberList code"),
            api("chooseLicensePlate", ScopeCatalog.LICENSE_PLATE, "plateNumber code"),
            new Api(
                "requestSubscribeMessage",
                "{\"tmplIds\": [\"order-ready\"]}",
                ScopeCatalog.SUBSCRIBE_MESSAGE,
                List.of("order-ready", "codes")
            ),
            extension(ScopeCatalog.EMAIL),
            extension(ScopeCatalog.BANK_ACCOUNT),
            extension(ScopeCatalog.TRANSACTIONS),
            extension(ScopeCatalog.CALL),
            extension(ScopeCatalog.FRIENDS, "friends")
        );
    }

    static Stream<Api> picked() {
        return Stream.of(
            api("chooseMedia", ScopeCatalog.PHOTO, "tempFiles type"),
            api("chooseImage", ScopeCatalog.PHOTO, "tempFilePaths tempFiles"),
            api("getClipboardData", ScopeCatalog.CLIPBOARD, "data")
        );
    }

    static Stream<Api> all() {
        return Stream.of(answering(), tokens(), picked()).flatMap(apis -> apis);
    }

    private static Api api(String name, Scope scope, String members) {
        return new Api(name, "{}", scope, List.of(members.split(" ")));
    }

    private static Api extension(Scope scope, String... answers) {
        var args = Json.object().put("scope", scope.name());
        args.set("answers", Json.tree(List.of(answers)));
        return new Api("cloakroomRequest", args.toString(), scope, List.of("answers", "aliases"));
    }

    @BeforeEach
    void open() {
        host = new BrokeredHost(folder);
    }

    @AfterEach
    void close() {
        host.close();
    }

    @ParameterizedTest
    @MethodSource("all")
    void allowed_givesWeChatsMembersAndNoValue(Api api) {
        var reply = call(host.full("lin"), api);

        assertThat(reply).contains("\"errMsg\":\"" + api.name() + ":ok\"");
        var members = Json.parseObject(reply).orElseThrow();
        assertThat(api.members()).allMatch(members::has);
        BrokeredHost.PLANTED.values().forEach(values -> assertThat(reply).doesNotContain(values));
    }

    @ParameterizedTest
    @MethodSource("all")
    void refusal_isTheSameWhetherDeniedDismissedRevokedOrSwitchedOff(Api api) {
        assertThat(List.of(dismissed(api), revoked(api), switchedOff(api), again(api)))
            .as("each beside a plain no")
            .containsOnly(denied(api));
    }

    @ParameterizedTest
    @MethodSource("answering")
    void valueThatIsNotThere_looksLikeANo(Api api) {
        var absent = call(host.empty("nobody"), api);

        assertThat(host.prompts).as("prompts of who has nothing").hasSize(1);
        assertThat(absent).isEqualTo(denied(api));
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void tokenOfAValueThatIsNotThere_isLikeAnyOther(Api api) {
        var there = call(host.full("lin"), api);
        var absent = call(host.empty("nobody"), api);

        assertThat(absent.replaceAll("[\\w-]{16,}", "?")).isEqualTo(there.replaceAll("[\\w-]{16,}", "?"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void settings_sayNothingOfWhatIsNotThere(Api api) {
        var absent = host.empty("nobody");
        boolean refused = !call(absent, api).contains(":ok");
        var denied = host.full("denied");
        host.answer = ConsentAnswer.DENY;
        call(denied, api);

        if (refused) {
            assertThat(settings(absent))
                .isEqualTo(settings(denied))
                .contains("\"" + api.scope().name() + "\":false");
        } else {
            assertThat(settings(absent)).contains("\"" + api.scope().name() + "\":true");
        }
    }

    @ParameterizedTest
    @MethodSource("picked")
    void userWhoPicksNothing_looksLikeANo(Api api) {
        var reply = call(host.empty("nobody"), api);

        assertThat(host.prompts).as("prompts of who picks nothing").hasSize(1);
        assertThat(reply).isEqualTo(denied(api));
    }

    @ParameterizedTest
    @MethodSource("all")
    void undeclaredScope_ofOurOwnCallOrOfALocation_isRefusedWithoutAPrompt(Api api) {
        boolean strict = api.name().equals("cloakroomRequest") || LISTED.contains(api.name());
        var reply = call(host.undeclared("lin"), api);

        assertThat(reply.contains(":ok")).isNotEqualTo(strict);
        assertThat(host.prompts.isEmpty()).isEqualTo(strict);
        assertThat(host.prompts).allMatch(prompt -> prompt.purpose().equals(prompt.scope().usualPurpose().english()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "getLocation", "chooseAddress", "getFuzzyLocation" })
    void listedApi_declaresItsScope(String api) {
        var reply = host.listing("lin", api).call(api, "{}");

        assertThat(reply).contains(":ok");
        assertThat(host.prompts).extracting(ConsentRequest::purpose).doesNotContain("because");
        assertThat(host.advice).singleElement().asString().contains("permission", "desc");
    }

    @Test
    void listedApi_declaresNoOtherScope() {
        var session = host.listing("lin", "chooseAddress");

        assertThat(session.call("getLocation", "{}")).contains("need to be declared in the requiredPrivateInfos");
        assertThat(session.call("authorize", "{\"scope\": \"scope.userLocation\"}")).contains("not declared");
        assertThat(host.prompts).isEmpty();
    }

    @Test
    void reasonOfTheProgram_goesBeforeTheHostsWords() {
        host.full("lin").call("chooseInvoiceTitle", "{}");

        assertThat(host.prompts).extracting(ConsentRequest::purpose).containsExactly("because");
        assertThat(host.advice).isEmpty();
    }

    @Test
    void paste_withoutATap_isRefusedWithoutAPrompt() {
        assertThat(host.full("lin").reply("getClipboardData", "{}").toString()).contains("TAP gesture");
        assertThat(host.prompts).isEmpty();
    }

    @Test
    void picture_isAHandleOfItsSessionOnly() {
        var lin = host.full("lin");
        String path = lin.reply("chooseImage", "{}").at("/tempFilePaths/0").asText();
        String info = "{\"src\": \"" + path + "\"}";

        assertThat(path).startsWith("wxfile://tmp_");
        assertThat(lin.reply("getImageInfo", info).path("width").asInt()).isEqualTo(BrokeredHost.PICTURE_WIDTH);
        assertThat(host.full("mo").reply("getImageInfo", info).path("errMsg").asText()).isEqualTo(
            "getImageInfo:fail file not found"
        );
    }

    @Test
    void picture_thatIsHandedOver_saysNothingBesideItsPixels() {
        var lin = host.full("lin");
        String path = lin.reply("chooseMedia", "{}").at("/tempFiles/0/tempFilePath").asText();

        byte[] bytes = lin.caller.files().find(path).orElseThrow().bytes();
        assertThat(new String(BrokeredHost.PICTURE, ISO_8859_1)).contains("31.234567");
        assertThat(new String(bytes, ISO_8859_1)).doesNotContain("31.234567", "Exif");
    }

    @Test
    void video_isNotSupportedAndAsksNobody() {
        assertThat(host.full("lin").reply("chooseMedia", "{\"mediaType\": [\"video\"]}").toString()).contains(
            "chooseMedia:fail not supported"
        );
        assertThat(host.prompts).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://pictures.example/a.png", "cloakroom:avatar:abcdefghijklmnopqrstuv" })
    void pictureElsewhere_isNeitherMeasuredNorShown(String url) {
        var session = host.full("lin");

        assertThat(session.reply("getImageInfo", "{\"src\": \"" + url + "\"}").toString()).contains("not supported");
        assertThat(session.reply("previewImage", "{\"urls\": [\"" + url + "\"]}").toString()).contains("not supported");
        assertThat(session.caller.ui().toJson().has("preview")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "getLocation", "chooseAddress", "getFuzzyLocation", "startLocationUpdate" })
    void apiThatIsNotListed_failsInWeChatsWords(String api) {
        assertThat(host.undeclared("lin").call(api, "{}")).isEqualTo(
            "{\"errMsg\":\"" +
                api +
                ":fail the api need to be declared in the requiredPrivateInfos field in app.json/ext.json\",\"errno\":-1}"
        );
    }

    @Test
    void requestWithoutATap_saysNothingOfWhatTheUserSwitchedOff() {
        var on = host.full("on");
        var off = host.full("off");
        host.api.settings().setAudience(off.caller.user(), ScopeCatalog.PHONE_NUMBER, new Audience.Nobody());

        assertThat(off.reply("getPhoneNumber", "{}"))
            .isEqualTo(on.reply("getPhoneNumber", "{}"))
            .hasToString("{\"errMsg\":\"getPhoneNumber:fail can only be invoked by user TAP gesture.\",\"errno\":-1}");
    }

    @Test
    void place_isTheMiddleOfASquareForEveryUserInIt() {
        var there = Json.parseObject(host.full("lin").call("getLocation", "{}")).orElseThrow();
        var other = Json.parseObject(host.full("mo").call("getLocation", "{\"isHighAccuracy\": true}")).orElseThrow();

        assertThat(there.path("accuracy").asInt()).isGreaterThan(500);
        assertThat(there.without("code").equals(other.without("code"))).isTrue();
        assertThat(there.path("altitude").asInt() + there.path("speed").asInt()).isZero();
    }

    @Test
    void addressThatIsSentOn_carriesTheTokenAndNamesNobody() {
        var told = Json.parseObject(host.full("lin").call("chooseAddress", "{}")).orElseThrow();

        assertThat(told.path("countyName").asText()).isEqualTo("徐汇区");
        assertThat(told.path("detailInfo").asText()).isEqualTo(told.path("code").asText()).hasSize(43);
        assertThat(told.path("telNumber").asText()).matches("154\\d{8}");
    }

    @Test
    void notices_areAskedForOneByOneAndTheirCodesAreBoundToTheTemplate() {
        var reply = host.full("lin").reply("requestSubscribeMessage", "{\"tmplIds\": [\"ready\", \"late\"]}");

        assertThat(reply.path("ready").asText()).isEqualTo("accept");
        assertThat(reply.path("codes").size()).isEqualTo(2);
        assertThat(host.prompts)
            .extracting(prompt -> Objects.requireNonNull(prompt.matter().orElse(null)).english())
            .containsExactly("One notice of the kind ready", "One notice of the kind late");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
            "{\"scope\": \"scope.payment\"}",
            "{\"scope\": \"scope.phoneNumber\"}",
            "{\"scope\": \"scope.age\", \"answers\": [\"ageOver19\"]}",
            "{\"scope\": \"scope.email\", \"answers\": [\"steps\"]}",
            "{\"scope\": \"scope.nothing\"}",
            "{}",
        }
    )
    void extensionThatAsksForWhatThereIsNot_isAParameterError(String args) {
        assertThat(host.full("lin").call("cloakroomRequest", args)).contains("fail parameter error");
        assertThat(host.prompts).isEmpty();
    }

    @Test
    void extension_givesPredicatesByName() {
        var reply = host
            .full("lin")
            .reply("cloakroomRequest", "{\"scope\": \"scope.age\", \"answers\": [\"ageOver18\", \"ageOver60\"]}");

        assertThat(reply.path("answers")).isEqualTo(
            Json.parseObject("{\"ageOver18\": true, \"ageOver60\": false}").orElseThrow()
        );
        assertThat(reply.has("code")).isFalse();
    }

    private static String call(BrokeredHost.Session session, Api api) {
        return session.call(api.name(), api.args());
    }

    private static String settings(BrokeredHost.Session session) {
        return session.reply("getSetting", "{}").toString();
    }

    private String denied(Api api) {
        return answered("denied", ConsentAnswer.DENY, api);
    }

    private String dismissed(Api api) {
        return answered("dismissed", ConsentAnswer.DISMISS, api);
    }

    private String answered(String user, ConsentAnswer answer, Api api) {
        host.answer = answer;
        return call(host.full(user), api);
    }

    private String again(Api api) {
        var session = host.full("again");
        host.answer = ConsentAnswer.DENY;
        call(session, api);
        call(session, api);
        return call(session, api);
    }

    private String revoked(Api api) {
        var session = host.full("revoked");
        host.answer = ConsentAnswer.ALLOW;
        call(session, api);
        host.api.grants().revoke(session.caller.user(), session.caller.program().id(), api.scope());
        host.answer = ConsentAnswer.DENY;
        return call(session, api);
    }

    private String switchedOff(Api api) {
        var session = host.full("switched-off");
        host.answer = ConsentAnswer.ALLOW;
        call(session, api);
        host.api.settings().setAudience(session.caller.user(), api.scope(), new Audience.Nobody());
        return call(session, api);
    }
}
