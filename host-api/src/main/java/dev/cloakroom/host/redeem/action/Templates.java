package dev.cloakroom.host.redeem.action;

import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.redeem.RedemptionAction.Preparation;
import dev.cloakroom.host.redeem.RedemptionAction.PreparedAction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The templates of one action: a back end names one in the parameter {@code template}, and fills its places. */
final class Templates<T extends Template> {

    private final Map<String, T> byId;

    /** @throws IllegalStateException when two templates have one id */
    Templates(List<T> templates) {
        this.byId = templates.stream().collect(Collectors.toUnmodifiableMap(Template::id, Function.identity()));
    }

    /** Prepares the named template with the other parameters, which then fit its rules. */
    Preparation prepare(Map<String, String> parameters, BiFunction<T, Map<String, String>, PreparedAction> action) {
        var template = byId.get(parameters.getOrDefault(Template.PARAMETER, ""));
        if (template == null) {
            return new Preparation.Unfit(RefusalReason.UNKNOWN_TEMPLATE);
        }
        var values = new HashMap<>(parameters);
        values.remove(Template.PARAMETER);
        return ParameterRule.prepare(template.rules(), values, action.apply(template, values));
    }
}
