package dev.cloakroom.runtime.bridge;

/** One wx API whose answer only the host can give. */
public interface WxApi {
    /** WeChat's name for it, without {@code wx.}. */
    String name();

    /** Answers. It may block: every call has a virtual thread of its own. */
    ApiResult call(ApiCall call);
}
