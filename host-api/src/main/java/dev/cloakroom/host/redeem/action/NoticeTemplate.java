package dev.cloakroom.host.redeem.action;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A kind of notice that the host registered, see
 * <a href="https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/subscribe-message.html">WeChat's
 * subscribe messages</a>.
 */
public record NoticeTemplate(String id, String title, List<Place> places) implements Template {
    public NoticeTemplate {
        places = List.copyOf(places);
    }

    @Override
    public Map<String, ParameterRule> rules() {
        return places.stream().collect(Collectors.toUnmodifiableMap(Place::name, place -> place.kind().rule()));
    }

    Inbox.Notice fill(String sender, Map<String, String> values) {
        Function<Place, Inbox.Line> line = place ->
            new Inbox.Line(place.label(), values.getOrDefault(place.name(), ""));
        return new Inbox.Notice(sender, title, places.stream().map(line).toList());
    }

    /**
     * A line to fill.
     *
     * @param name the parameter, such as {@code thing1}
     */
    public record Place(String name, String label, Kind kind) {}

    /** What WeChat lets a line hold. */
    public enum Kind {
        THING,
        NUMBER,
        LETTER,
        SYMBOL,
        CHARACTER_STRING,
        TIME,
        DATE,
        AMOUNT,
        PHONE_NUMBER,
        CAR_NUMBER,
        NAME,
        PHRASE;

        ParameterRule rule() {
            return switch (this) {
                case THING -> ParameterRule.text(20);
                case NUMBER -> ParameterRule.matching(32, "\\d+(\\.\\d+)?");
                case LETTER -> ParameterRule.matching(32, "[A-Za-z]+");
                case SYMBOL -> ParameterRule.matching(5, "\\p{Punct}+");
                case CHARACTER_STRING -> ParameterRule.matching(32, "[\\x21-\\x7e]+");
                case TIME, DATE -> ParameterRule.matching(20, "[0-9年月日:./ -]+");
                case AMOUNT -> ParameterRule.matching(13, "\\p{Sc}?\\d{1,10}(\\.\\d{1,2})?元?");
                case PHONE_NUMBER -> ParameterRule.matching(17, "[0-9+-]+");
                case CAR_NUMBER -> ParameterRule.matching(8, "[\\p{IsHan}A-Z0-9]+");
                case NAME -> ParameterRule.matching(20, "\\p{IsHan}{1,10}|[A-Za-z .]{1,20}");
                case PHRASE -> ParameterRule.matching(5, "\\p{IsHan}+");
            };
        }
    }
}
