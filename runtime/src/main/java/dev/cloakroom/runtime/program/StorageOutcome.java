package dev.cloakroom.runtime.program;

/** What became of a write to a program's storage. */
public enum StorageOutcome {
    STORED("ok"),
    VALUE_TOO_LARGE("entry size limit reached: a value may have 1 MB"),
    STORAGE_FULL("storage limit reached: remove keys, 10 MB are allowed");

    private final String reason;

    StorageOutcome(String reason) {
        this.reason = reason;
    }

    /** Fixed text for the program's developer. */
    public String reason() {
        return reason;
    }
}
