package dev.cloakroom.runtime.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.protocol.Frame;
import dev.cloakroom.runtime.SettableClock;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.sandbox.Guests;
import dev.cloakroom.runtime.sandbox.Limits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users do to controls, as the program and the screen learn of it. */
class ControlsTest {

    private static final int PAGE = 1;
    private static final int FORM = 2;
    private static final int SWITCH = 3;
    private static final int BOXES = 4;
    private static final int SLIDER = 10;
    private static final int FIELD = 11;
    private static final int SUBMIT = 12;
    private static final int RESET = 13;
    private static final int LABEL = 14;
    private static final int FOR = 16;
    private static final int PICKER = 17;
    private static final int SWIPER = 18;
    private static final int IMAGE = 21;

    private final PageStack pages = new PageStack(Limits.DEFAULT);
    private final List<Frame> sent = new ArrayList<>();
    private final ArrayNode painted = Json.array();
    private final ViewChannel channel = new ViewChannel(
        pages,
        new Gestures(new SettableClock()),
        Guests.sendingTo(sent::add)
    );

    @BeforeEach
    void showAForm() throws Exception {
        pages.page(json("{'op': 'open', 'page': 1, 'path': 'pages/a/a'}"));
        pages.page(json("{'op': 'show', 'page': 1}"));
        operations(
            "['c',1,'root','page'], ['c',2,'e','form'], ['a',1,2], ['c',3,'e','switch'], ['a',2,3]," +
                "['A',3,'name','on'], ['A',3,'id','on']," +
                "['c',4,'e','checkbox-group'], ['a',2,4], ['A',4,'name','boxes']," +
                "['c',5,'e','checkbox'], ['a',4,5], ['A',5,'value','a'], ['A',5,'checked',true]," +
                "['c',6,'e','checkbox'], ['a',4,6], ['A',6,'value','b']," +
                "['c',7,'e','radio-group'], ['a',2,7], ['A',7,'name','radios']," +
                "['c',8,'e','radio'], ['a',7,8], ['A',8,'value','x'], ['A',8,'checked',true]," +
                "['c',9,'e','radio'], ['a',7,9], ['A',9,'value','y']," +
                "['c',10,'e','slider'], ['a',2,10], ['A',10,'name','slider'], ['A',10,'min',10], ['A',10,'step',5]," +
                "['c',11,'e','input'], ['a',2,11], ['A',11,'name','field']," +
                "['c',12,'e','button'], ['a',2,12], ['A',12,'form-type','submit']," +
                "['c',13,'e','button'], ['a',2,13], ['A',13,'form-type','reset']," +
                "['c',14,'e','label'], ['a',1,14], ['c',15,'e','switch'], ['a',14,15]," +
                "['c',16,'e','label'], ['a',1,16], ['A',16,'for','on']," +
                "['c',17,'e','picker'], ['a',2,17], ['A',17,'name','picked'], ['A',17,'range',['p','q']]," +
                "['c',18,'e','swiper'], ['a',1,18], ['c',19,'e','swiper-item'], ['a',18,19]," +
                "['c',20,'e','swiper-item'], ['a',18,20], ['A',20,'item-id','second']," +
                "['c',21,'e','image'], ['a',1,21], ['l',21,'load',1], ['l',2,'touchstart',1]"
        );
        pages.watch(new Painter());
        painted.removeAll();
    }

    @Test
    void switchThatIsTapped_isTurnedOverOnTheScreenAndTold() {
        channel.tap(PAGE, SWITCH);

        assertThat(told()).containsExactly("3 tap", "3 change {\"value\":true}");
        assertThat(painted).containsExactly(json("{'a': ['A',3,'checked',true]}").path("a"));
        channel.tap(PAGE, SWITCH);
        assertThat(told()).endsWith("3 change {\"value\":false}");
    }

    @Test
    void checkbox_tellsItsGroupAllThatAreChecked() {
        channel.tap(PAGE, 6);

        assertThat(told()).endsWith("4 change {\"value\":[\"a\",\"b\"]}");
    }

    @Test
    void radio_takesThePlaceOfTheOther() {
        channel.tap(PAGE, 9);

        assertThat(told()).endsWith("7 change {\"value\":\"y\"}");
        assertThat(painted).hasSize(2);
        channel.tap(PAGE, 9);
        assertThat(told()).endsWith("7 change {\"value\":\"y\"}", "9 tap");
    }

    @ParameterizedTest
    @CsvSource({ LABEL + ", 15", FOR + ", 3" })
    void label_standsForWhatItHoldsOrNames(int label, int control) {
        channel.tap(PAGE, label);

        assertThat(told()).containsExactly(label + " tap", control + " change {\"value\":true}");
    }

    @Test
    void controlThatIsDisabled_staysAsItIs() throws Exception {
        operations("['A',3,'disabled',true]");

        channel.tap(PAGE, FOR);

        assertThat(channel.change(PAGE, SWITCH, Json.tree(true), "")).isFalse();
        assertThat(told()).containsExactly(FOR + " tap");
    }

    @Test
    void submit_tellsWhatStandsInTheFields() {
        channel.tap(PAGE, SWITCH);
        channel.input(PAGE, FIELD, "less spicy");
        channel.change(PAGE, SLIDER, Json.tree(42), "");
        channel.change(PAGE, PICKER, Json.tree(1), "");
        channel.tap(PAGE, SUBMIT);

        assertThat(last().path("node").asInt()).isEqualTo(FORM);
        assertThat(last().at("/detail/value")).isEqualTo(
            json("{'on': true, 'boxes': ['a'], 'radios': 'x', 'slider': 40, 'field': 'less spicy', 'picked': '1'}")
        );
    }

    @Test
    void fieldsThatNobodyTouched_areSentAsTheyAre() throws Exception {
        operations("['A',10,'value','25']");

        channel.tap(PAGE, SUBMIT);

        assertThat(last().at("/detail/value")).isEqualTo(
            json("{'on': false, 'boxes': ['a'], 'radios': 'x', 'slider': 25, 'field': '', 'picked': null}")
        );
    }

    @Test
    void whatIsTyped_isNotPaintedAgain() {
        channel.input(PAGE, FIELD, "less spicy");

        assertThat(painted).isEmpty();
    }

    @Test
    void reset_emptiesTheFieldsOnTheScreenToo() {
        channel.input(PAGE, FIELD, "less spicy");
        channel.tap(PAGE, RESET);
        channel.tap(PAGE, SUBMIT);

        assertThat(told()).contains("2 reset {}");
        assertThat(last().at("/detail/value/field").asText()).isEmpty();
        assertThat(last().at("/detail/value/boxes")).isEmpty();
        assertThat(painted.toString()).contains("[\"A\",11,\"value\",\"\"]");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '"',
        value = {
            SLIDER + " | 42 | 40",
            SLIDER + " | 1000 | 100",
            SLIDER + " | -3 | 10",
            SLIDER + " | 'x' | ",
            PICKER + " | 1 | '1'",
            PICKER + " | 2 | ",
            PICKER + " | 1.5 | ",
            PICKER + " | -1 | ",
            SWITCH + " | 'true' | ",
            BOXES + " | true | ",
            FORM + " | 1 | ",
        }
    )
    void change_takesWhatTheControlCanHave(int node, String value, String wanted) {
        boolean taken = channel.change(PAGE, node, json("{'v': " + value + "}").path("v"), "");

        assertThat(taken).isEqualTo(wanted != null);
        if (taken) {
            assertThat(last().at("/detail/value")).isEqualTo(json("{'v': " + wanted + "}").path("v"));
        }
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '"',
        value = {
            "'mode','time' | '08:30' | true",
            "'mode','time' | '24:00' | false",
            "'mode','date' | '2026-11-22' | true",
            "'mode','date' | '2026-13-22' | false",
            "'mode','region' | ['a','b','c'] | false",
        }
    )
    void picker_takesWhatItsModeSays(String mode, String value, boolean taken) throws Exception {
        operations("['A',17," + mode + "], ['A',17,'start','08:00'], ['A',17,'end','2027-01-01']");

        assertThat(channel.change(PAGE, PICKER, json("{'v': " + value + "}").path("v"), "")).isEqualTo(taken);
    }

    @Test
    void pickerOfTimes_keepsItsBounds() throws Exception {
        operations("['A',17,'mode','time'], ['A',17,'start','08:00'], ['A',17,'end','20:00']");

        assertThat(channel.change(PAGE, PICKER, Json.tree("07:59"), "")).isFalse();
        assertThat(channel.change(PAGE, PICKER, Json.tree("20:01"), "")).isFalse();
        assertThat(channel.change(PAGE, PICKER, Json.tree("20:00"), "")).isTrue();
    }

    @Test
    void swiper_tellsWhereItIsAndWhatMovedIt() {
        assertThat(channel.change(PAGE, SWIPER, Json.tree(2), "touch")).isFalse();
        assertThat(channel.change(PAGE, SWIPER, Json.tree(1), "touch")).isTrue();

        assertThat(last().path("detail")).isEqualTo(
            json("{'current': 1, 'currentItemId': 'second', 'source': 'touch'}")
        );
    }

    @Test
    void event_carriesWhatItHasInWeChatAndNoMore() {
        JsonNode detail = json("{'width': 3, 'height': 4, 'secret': 'x', 'nested': {}}");

        assertThat(channel.happened(PAGE, IMAGE, "load", detail)).isTrue();
        assertThat(last().path("detail")).isEqualTo(json("{'width': 3, 'height': 4}"));
    }

    @ParameterizedTest
    @CsvSource({ IMAGE + ", error", IMAGE + ", tap", SWITCH + ", load", FORM + ", submit", "99, load" })
    void eventThatNobodyHearsOrThatIsNone_isNothing(int node, String type) {
        assertThat(channel.happened(PAGE, node, type, Json.object())).isFalse();
        assertThat(sent).isEmpty();
    }

    @Test
    void sizeOfAPlaceholdersPicture_isNotTold() throws Exception {
        operations("['A',21,'src','cloakroom:avatar:abcdefghijklmnopqrstuv']");

        assertThat(channel.happened(PAGE, IMAGE, "load", json("{'width': 3}"))).isFalse();
    }

    @Test
    void touch_isToldWhereTheProgramListensAbove() {
        Touches finger = Touches.somewhere();

        assertThat(channel.touch(PAGE, SWITCH, "touchstart", finger)).isTrue();
        assertThat(last().at("/fields/touches/0/pageX").isNumber()).isTrue();
        assertThat(channel.touch(PAGE, SWITCH, "touchend", finger)).isFalse();
        assertThat(channel.touch(PAGE, IMAGE, "touchstart", finger)).isFalse();
        assertThat(channel.touch(PAGE, SWITCH, "submit", finger)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '"',
        value = {
            "[] | []",
            "{} | [{'identifier': 0, 'pageX': 1, 'pageY': 1, 'clientX': 1, 'clientY': 1}]",
            "[] | [{'identifier': 0, 'pageX': '1', 'pageY': 1, 'clientX': 1, 'clientY': 1}]",
            "[] | [7]",
        }
    )
    void touchesThatMakeNoSense_areNone(String all, String changed) {
        assertThat(
            Touches.read(json("{'v': " + all + "}").path("v"), json("{'v': " + changed + "}").path("v"))
        ).isEmpty();
    }

    private final class Painter implements PageWatcher {

        @Override
        public void opened(Page page) {}

        @Override
        public void operations(Page page, ArrayNode operations) {
            painted.addAll(operations);
        }

        @Override
        public void shown(Page page) {}

        @Override
        public void closed(Page page) {}
    }

    private List<String> told() {
        return sent
            .stream()
            .map(frame -> json(frame.json()))
            .map(event -> {
                String type = event.path("type").asText();
                return (
                    event.path("node").asText() + " " + type + (type.equals("tap") ? "" : " " + event.path("detail"))
                );
            })
            .toList();
    }

    private ObjectNode last() {
        return json(sent.getLast().json());
    }

    private void operations(String operations) throws Exception {
        pages.operations(json("{'page': 1, 'ops': [" + operations + "]}"));
    }

    private static ObjectNode json(String text) {
        return Json.parseObject(text.replace('\'', '"')).orElseThrow();
    }
}
