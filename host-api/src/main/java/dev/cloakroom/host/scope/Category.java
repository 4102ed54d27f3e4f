package dev.cloakroom.host.scope;

/** The kinds of personal data that a host app collects. */
public enum Category {
    PERSONAL("About you", "个人资料"),
    LOCATION("Where you are", "位置"),
    PAYMENT("Money", "支付"),
    COMMUNICATION("Messages and calls", "通讯"),
    USAGE("How you use programs", "使用情况"),
    MARKETING("Advertising", "营销");

    private final String english;
    private final String chinese;

    Category(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    public Wording wording() {
        return new Wording(english, chinese);
    }

    /** Whether nothing of it leaves until the user switches it on. */
    public boolean offByDefault() {
        return this == USAGE || this == MARKETING;
    }
}
