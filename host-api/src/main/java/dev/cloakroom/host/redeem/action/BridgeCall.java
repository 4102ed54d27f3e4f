package dev.cloakroom.host.redeem.action;

import dev.cloakroom.host.error.RefusalReason;
import dev.cloakroom.host.redeem.RedemptionAction;
import dev.cloakroom.host.redeem.RedemptionResult;
import dev.cloakroom.host.scope.RecipientId;
import java.util.Map;

/**
 * {@code bridge-call}: the host connects the developer's verified line with the user. It takes no parameter: no number
 * comes from a back end.
 */
public final class BridgeCall implements RedemptionAction {

    private final Map<RecipientId, CallBridge> bridges;
    private final DeveloperLines lines;

    /** @param bridges by the recipient that each one is */
    public BridgeCall(Map<RecipientId, CallBridge> bridges, DeveloperLines lines) {
        this.bridges = Map.copyOf(bridges);
        this.lines = lines;
    }

    @Override
    public String name() {
        return "bridge-call";
    }

    @Override
    public Preparation prepare(RecipientId recipient, Map<String, String> parameters) {
        var bridge = bridges.get(recipient);
        return bridge == null
            ? new Preparation.Unfit(RefusalReason.UNKNOWN_RECIPIENT)
            : ParameterRule.prepare(Map.of(), parameters, calling(bridge));
    }

    private PreparedAction calling(CallBridge bridge) {
        return (phone, errand) ->
            lines
                .find(errand.program())
                .map(line -> bridge.connect(line, phone.reveal(), errand.id()))
                .orElse(RedemptionResult.FAILED);
    }
}
