package dev.cloakroom.protocol;

/** What the kernel can put around a worker. */
public enum Wall {
    /** Set-user-id programs give nothing, and the other walls can be put up without privileges. */
    NO_NEW_PRIVS("no-new-privs"),
    /** No file but those that the JVM needs; no TCP; no signal to a process outside. */
    LANDLOCK("landlock"),
    /** No call that no JVM needs, from before it starts. */
    DENY_LIST("deny-list"),
    /** From READY on, no call but those that a loaded JVM needs: no file is opened, no process is made. */
    ALLOW_LIST("allow-list");

    private final String title;

    Wall(String title) {
        this.title = title;
    }

    /** What a READY frame calls it. */
    public String title() {
        return title;
    }
}
