package dev.cloakroom.runtime.bridge.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cloakroom.host.HostApi;
import dev.cloakroom.host.error.ErrorCode;
import dev.cloakroom.host.identity.ProgramRegistry;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.host.scope.ScopeCatalog;
import dev.cloakroom.host.token.TokenDesk;
import dev.cloakroom.runtime.bridge.ApiCall;
import dev.cloakroom.runtime.bridge.ApiResult;
import dev.cloakroom.runtime.bridge.Caller;
import dev.cloakroom.runtime.bridge.WxApi;
import dev.cloakroom.runtime.json.Json;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Shows a number for the user to call or not: one that the program knows, such as its shop's, or one that it holds as a
 * token, which the user's own screen fills in and the program never sees. The program hears of a no only; whether a call
 * came about, or there is such a number at all, it does not.
 * See https://developers.weixin.qq.com/miniprogram/dev/api/device/phone/wx.makePhoneCall.html
 */
public final class MakePhoneCall implements WxApi {

    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9*#() -]{2,24}");
    private static final Set<Scope> NUMBERS = Set.of(
        ScopeCatalog.PHONE_NUMBER,
        ScopeCatalog.CALL,
        ScopeCatalog.CONTACT
    );

    private final ProgramRegistry programs;
    private final TokenDesk tokens;

    public MakePhoneCall(HostApi host) {
        this.programs = host.programs();
        this.tokens = host.tokens();
    }

    @Override
    public String name() {
        return "makePhoneCall";
    }

    @Override
    public ApiResult call(ApiCall call) {
        String number = call.text("phoneNumber", "");
        if (NUMBER.matcher(number).matches()) {
            return dial(call.caller(), Json.object().put("content", number));
        }
        return standsForANumber(call.caller(), number)
            ? dial(call.caller(), Json.object().put("ref", number))
            : fail(ErrorCode.INVALID_PARAMETER);
    }

    private boolean standsForANumber(Caller caller, String token) {
        return programs
            .onItsBehalf(caller.program().id())
            .flatMap(program -> tokens.grantOf(program, caller.user(), token))
            .filter(grant -> NUMBERS.contains(grant.scope()))
            .isPresent();
    }

    private static ApiResult dial(Caller caller, ObjectNode question) {
        question.put("title", "Call this number?").put("showCancel", true);
        boolean calls = caller.ui().ask(question.put("confirmText", "Call").put("cancelText", "Cancel"));
        return calls ? ApiResult.ok() : new ApiResult.Fail("fail cancel", ErrorCode.UNNUMBERED);
    }

    private static ApiResult fail(ErrorCode code) {
        return new ApiResult.Fail(code.errMsg(), code.errno());
    }
}
