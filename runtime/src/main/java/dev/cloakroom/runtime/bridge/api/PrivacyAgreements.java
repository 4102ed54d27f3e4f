package dev.cloakroom.runtime.bridge.api;

import dev.cloakroom.host.error.ErrorCode;
import dev.cloakroom.host.identity.ProgramId;
import dev.cloakroom.host.identity.UserId;
import dev.cloakroom.runtime.bridge.ApiCall;
import dev.cloakroom.runtime.bridge.ApiResult;
import dev.cloakroom.runtime.bridge.Caller;
import dev.cloakroom.runtime.bridge.WxApi;
import dev.cloakroom.runtime.json.Json;
import dev.cloakroom.runtime.view.SessionUi;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Who has agreed to which program's privacy contract by a tap on its {@code agreePrivacyAuthorization} button. It opens
 * nothing by itself: each datum has a consent dialog of its own. Kept by this process only, so that a user is asked
 * again rather than taken to have agreed.
 * See https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/PrivacyAuthorize.html
 */
public final class PrivacyAgreements {

    private static final String AGREE = "agreePrivacyAuthorization";
    private static final String CONTRACT = "《用户隐私保护指引》";

    private final Set<Agreement> agreed = ConcurrentHashMap.newKeySet();

    private record Agreement(ProgramId program, UserId user) {
        static Agreement of(Caller caller) {
            return new Agreement(caller.program().id(), caller.user());
        }
    }

    private record Api(String name, Function<Caller, ApiResult> answer) implements WxApi {
        @Override
        public ApiResult call(ApiCall call) {
            return answer.apply(call.caller());
        }
    }

    /** {@code getPrivacySetting}, {@code openPrivacyContract}, and what the agreeing button calls. */
    public List<WxApi> apis() {
        return List.of(
            new Api("getPrivacySetting", this::setting),
            new Api("openPrivacyContract", PrivacyAgreements::openContract),
            new Api(AGREE, this::agree)
        );
    }

    private ApiResult setting(Caller caller) {
        boolean collects = !caller.manifest().reasons().isEmpty() || !caller.manifest().privateInfos().isEmpty();
        boolean needed = collects && !agreed.contains(Agreement.of(caller));
        return new ApiResult.Ok(Json.object().put("needAuthorization", needed).put("privacyContractName", CONTRACT));
    }

    private static ApiResult openContract(Caller caller) {
        caller.ui().open(SessionUi.Sheet.SETTINGS);
        return ApiResult.ok();
    }

    private ApiResult agree(Caller caller) {
        if (!caller.gestures().take(caller.pages().visible(), AGREE)) {
            return new ApiResult.Fail(ErrorCode.GESTURE_REQUIRED.errMsg(), ErrorCode.GESTURE_REQUIRED.errno());
        }
        agreed.add(Agreement.of(caller));
        return ApiResult.ok();
    }
}
