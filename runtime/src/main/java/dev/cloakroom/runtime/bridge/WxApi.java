package dev.cloakroom.runtime.bridge;

/** One wx API whose answer only the host can give. */
public interface WxApi {
    /** WeChat's name for it, without {@code wx.}. */
    String name();

    /** Whether each call, a refused one too, leaves a durable record: then a session has few of them a minute. */
    default boolean recorded() {
        return false;
    }

    /** Answers. It may block: every call has a virtual thread of its own. */
    ApiResult call(ApiCall call);
}
