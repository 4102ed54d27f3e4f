package dev.cloakroom.runtime.bridge.api;

import dev.cloakroom.host.Payments;
import dev.cloakroom.host.error.ErrorCode;
import dev.cloakroom.host.redeem.RedemptionOutcome;
import dev.cloakroom.host.redeem.RedemptionResult;
import dev.cloakroom.host.request.Binding;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.runtime.bridge.ApiCall;
import dev.cloakroom.runtime.bridge.ApiResult;
import dev.cloakroom.runtime.bridge.Caller;
import dev.cloakroom.runtime.bridge.WxApi;
import java.util.Optional;
import java.util.Set;

/**
 * Asks the user to pay an order that the back end registered; {@code package} is {@code prepay_id=…}. A signature is
 * not needed: the order is in the host's own store. The program learns whether it was paid, as with WeChat.
 * See https://developers.weixin.qq.com/miniprogram/dev/api/payment/wx.requestPayment.html
 */
public final class RequestPayment implements WxApi {

    private static final String NAME = "requestPayment";
    private static final String PREPAY = "prepay_id=";

    private final Payments payments;
    private final BrokerDoor door;

    public RequestPayment(Payments payments, BrokerDoor door) {
        this.payments = payments;
        this.door = door;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recorded() {
        return true;
    }

    @Override
    public ApiResult call(ApiCall call) {
        return Optional.of(call.text("package", ""))
            .filter(given -> given.startsWith(PREPAY))
            .map(given -> pay(call.caller(), given.substring(PREPAY.length())))
            .orElseGet(() -> fail(ErrorCode.INVALID_PARAMETER));
    }

    private ApiResult pay(Caller caller, String prepayId) {
        var wish = new BrokerDoor.Wish(NAME, ScopeCatalog.PAYMENT, Set.of(), Binding.NONE);
        return switch (payments.pay(door.accessRequest(caller, wish), prepayId)) {
            case RedemptionOutcome.Completed(var receipt) -> receipt.result() == RedemptionResult.SENT
                ? ApiResult.ok()
                : fail(ErrorCode.SYSTEM_ERROR);
            case RedemptionOutcome.Refused(var reason) -> BrokerDoor.cancelOr(reason);
        };
    }

    private static ApiResult fail(ErrorCode code) {
        return new ApiResult.Fail(code.errMsg(), code.errno());
    }
}
