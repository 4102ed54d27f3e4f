package dev.cloakroom.runtime.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.protocol.Frame;
import dev.cloakroom.protocol.Kind;
import dev.cloakroom.runtime.SettableClock;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.sandbox.GuestMisbehaved;
import dev.cloakroom.runtime.sandbox.Guests;
import dev.cloakroom.runtime.sandbox.Limits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViewChannelTest {

    private static final String API = "getPhoneNumber";
    private static final int PAGE = 1;
    private static final int VIEW = 2;
    private static final int BUTTON = 3;
    private static final int LABEL = 4;
    private static final int FIELD = 5;

    private final PageStack pages = new PageStack(Limits.DEFAULT);
    private final Gestures gestures = new Gestures(new SettableClock());
    private final List<Frame> sent = new ArrayList<>();
    private final ViewChannel channel = new ViewChannel(pages, gestures, Guests.sendingTo(sent::add));

    @BeforeEach
    void showAPage() throws Exception {
        open(PAGE);
        operations(
            PAGE,
            """
            ["c",1,"root","page"], ["c",2,"e","view"], ["a",1,2], ["c",3,"e","button"], ["a",1,3],
            ["c",4,"e","text"], ["a",3,4], ["c",5,"e","input"], ["a",1,5]"""
        );
    }

    @Test
    void tap_isToldToTheProgramAsItsLibraryExpects() {
        assertThat(channel.tap(PAGE, VIEW)).isTrue();

        assertThat(sent).extracting(Frame::kind).containsExactly(Kind.EVENT);
        assertThat(body(0)).isEqualTo(
            json(
                """
                {"page": 1, "node": 2, "type": "tap", "detail": {"x": 0, "y": 0}, "fields": {
                  "touches": [{"identifier": 0, "pageX": 0, "pageY": 0, "clientX": 0, "clientY": 0}],
                  "changedTouches": [{"identifier": 0, "pageX": 0, "pageY": 0, "clientX": 0, "clientY": 0}]},
                 "seq": 1}"""
            )
        );
    }

    @Test
    void tapOnAPhoneButton_isAGestureForItsPage() throws Exception {
        operations(PAGE, "[\"A\",3,\"open-type\",\"getPhoneNumber\"]");

        assertThat(channel.tap(PAGE, BUTTON)).isTrue();

        assertThat(gestures.take(PAGE, API)).isTrue();
        assertThat(gestures.take(PAGE, API)).isFalse();
    }

    @Test
    void tapInsideAPhoneButton_isAGesture() throws Exception {
        operations(PAGE, "[\"A\",3,\"open-type\",\"getPhoneNumber\"]");

        channel.tap(PAGE, LABEL);

        assertThat(gestures.take(PAGE, API)).isTrue();
    }

    /** What a page shows at first has a number that no page of a session can have. */
    @Test
    void whateverIsDoneToWhatAPageShowsAtFirst_isNothing() throws Exception {
        operations(PAGE, "[\"A\",3,\"open-type\",\"getPhoneNumber\"]");

        assertThat(channel.tap(PageStack.NONE, BUTTON)).isFalse();
        assertThat(channel.input(PageStack.NONE, 5, "text")).isFalse();
        assertThat(channel.change(PageStack.NONE, VIEW, json("{}"), "")).isFalse();
        assertThat(channel.happened(PageStack.NONE, VIEW, "scroll", json("{}"))).isFalse();
        assertThat(channel.touch(PageStack.NONE, VIEW, "touchstart", Touches.somewhere())).isFalse();

        assertThat(sent).isEmpty();
        assertThat(gestures.take(PAGE, API)).isFalse();
        assertThat(gestures.take(PageStack.NONE, API)).isFalse();
        assertThatThrownBy(() -> open(PageStack.NONE)).isInstanceOf(GuestMisbehaved.class);
    }

    @ParameterizedTest
    @CsvSource({ "2, getPhoneNumber", "3, share", "3, GetPhoneNumber", "3, ''" })
    void tapOnWhatIsNoPhoneButton_isNoGesture(int node, String openType) throws Exception {
        operations(PAGE, "[\"A\"," + node + ",\"open-type\",\"" + openType + "\"]");

        assertThat(channel.tap(PAGE, node)).isTrue();

        assertThat(gestures.take(PAGE, API)).isFalse();
    }

    @Test
    void tap_countsAsWhatTheNodeWasThen() throws Exception {
        channel.tap(PAGE, BUTTON);
        operations(PAGE, "[\"A\",3,\"open-type\",\"getPhoneNumber\"]");

        assertThat(gestures.take(PAGE, API)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
            "[\"A\",3,\"disabled\",true]",
            "[\"A\",4,\"disabled\",\"\"]",
            "[\"r\",1,3]",
            "[\"r\",1,3],[\"z\",3],[\"z\",4]",
        }
    )
    void tapOnWhatAUserCannotTap_isNothing(String operation) throws Exception {
        operations(PAGE, "[\"A\",3,\"open-type\",\"getPhoneNumber\"]," + operation);

        assertThat(channel.tap(PAGE, LABEL)).isFalse();

        assertThat(sent).isEmpty();
        assertThat(gestures.take(PAGE, API)).isFalse();
    }

    /** The page on top has a node of the same id: an event for the page below is still not for it. */
    @Test
    void tapOnAPageThatIsNotVisible_isNothing() throws Exception {
        open(2);
        operations(PAGE, "[\"A\",3,\"open-type\",\"getPhoneNumber\"]");
        operations(
            2,
            """
            ["c",1,"root","page"], ["c",3,"e","button"], ["a",1,3], ["A",3,"open-type","getPhoneNumber"]"""
        );

        assertThat(channel.tap(PAGE, BUTTON)).isFalse();

        assertThat(sent).isEmpty();
        assertThat(gestures.take(PAGE, API)).isFalse();
        assertThat(gestures.take(2, API)).isFalse();
        assertThat(channel.tap(2, BUTTON)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, -1, 99, Integer.MAX_VALUE })
    void tapOnANodeThatDoesNotExist_isNothing(int node) {
        assertThat(channel.tap(PAGE, node)).isFalse();
        assertThat(sent).isEmpty();
    }

    @Test
    void input_isTypedAsAPersonDoes() {
        assertThat(channel.input(PAGE, FIELD, "no onions")).isTrue();

        assertThat(sent).extracting(Frame::kind).containsOnly(Kind.EVENT);
        assertThat(List.of(body(0), body(1), body(2)))
            .extracting(event -> event.path("type").asText())
            .containsExactly("focus", "input", "blur");
        assertThat(body(1).path("detail")).isEqualTo(json("{\"value\": \"no onions\", \"cursor\": 9}"));
    }

    @ParameterizedTest
    @CsvSource({ "4, 4", "0, 0", "-1, 200", "'many', 140", "99999999999, 140" })
    void input_isCutToWhatTheFieldTakes(String maxLength, int kept) throws Exception {
        operations(PAGE, "[\"A\",5,\"maxlength\",\"" + maxLength + "\"]");

        channel.input(PAGE, FIELD, "x".repeat(200));

        assertThat(body(1).at("/detail/value").asText()).hasSize(kept);
    }

    @ParameterizedTest
    @ValueSource(ints = { VIEW, BUTTON, LABEL, 99 })
    void inputIntoWhatIsNoField_isNothing(int node) {
        assertThat(channel.input(PAGE, node, "x")).isFalse();
        assertThat(sent).isEmpty();
    }

    @Test
    void inputIntoADisabledField_isNothing() throws Exception {
        operations(PAGE, "[\"A\",5,\"disabled\",true]");

        assertThat(channel.input(PAGE, FIELD, "x")).isFalse();
        assertThat(sent).isEmpty();
    }

    @Test
    void navigation_goesToTheProgram() {
        channel.back();
        channel.open("pages/b/b?x=1");

        assertThat(sent).extracting(Frame::kind).containsOnly(Kind.NAVIGATE);
        assertThat(body(0)).isEqualTo(json("{\"action\": \"navigateBack\", \"seq\": 1}"));
        assertThat(body(1)).isEqualTo(json("{\"action\": \"reLaunch\", \"url\": \"pages/b/b?x=1\", \"seq\": 2}"));
    }

    private void open(int page) throws GuestMisbehaved {
        pages.page(json("{\"op\": \"open\", \"page\": " + page + ", \"path\": \"pages/a/a\"}"));
        pages.page(json("{\"op\": \"show\", \"page\": " + page + "}"));
    }

    private void operations(int page, String operations) throws GuestMisbehaved {
        pages.operations(json("{\"page\": " + page + ", \"ops\": [" + operations + "]}"));
    }

    private ObjectNode body(int frame) {
        return json(sent.get(frame).json());
    }

    private static ObjectNode json(String text) {
        return Json.parseObject(text).orElseThrow();
    }
}
