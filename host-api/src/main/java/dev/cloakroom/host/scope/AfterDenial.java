package dev.cloakroom.host.scope;

/** What a program may do about a scope that the user has said no to. */
public enum AfterDenial {
    /** The user's next tap asks again, after pauses that grow. */
    ASK_AGAIN,
    /**
     * Every request fails without a prompt until the user allows it in the settings, as WeChat does for the scopes of
     * {@code wx.authorize}.
     */
    SETTINGS_ONLY,
}
