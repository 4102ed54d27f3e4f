package dev.cloakroom.protocol;

/** The closed set of messages. {@code docs/protocol.md} gives the JSON of each. */
public enum Kind {
    /** Host: the compiled program. Sent once, before any session. */
    LOAD('L', Sender.HOST),
    /** Host: a user session begins. */
    OPEN('O', Sender.HOST),
    /** Host: something happened to a node of a page. */
    EVENT('E', Sender.HOST),
    /** Host: the answer to a {@link #CALL}. */
    REPLY('R', Sender.HOST),
    /** Host: go to a page, or back. */
    NAVIGATE('N', Sender.HOST),
    /** Host: are you still there? Answered by {@link #DONE} from the session's own thread. */
    PING('P', Sender.HOST),
    /** Host: the session ends; nothing of it runs afterwards. */
    CLOSE('C', Sender.HOST),
    /** Host, compile mode: sources to compile. */
    COMPILE('W', Sender.HOST),

    /** Worker: started, and willing to take a program. */
    READY('r', Sender.WORKER),
    /** Worker: the program is in. */
    LOADED('l', Sender.WORKER),
    /** Worker, compile mode: what became of the sources. */
    COMPILED('w', Sender.WORKER),
    /** Worker: the program calls a host API. */
    CALL('c', Sender.WORKER),
    /** Worker: a page opened, was shown, or closed. */
    PAGE('p', Sender.WORKER),
    /** Worker: changes to the tree of a page. */
    OPS('o', Sender.WORKER),
    /** Worker: the program wrote to its storage. */
    STORE('s', Sender.WORKER),
    /** Worker: the program wrote to its console. */
    LOG('g', Sender.WORKER),
    /** Worker: an error that the program did not catch. */
    FAULT('f', Sender.WORKER),
    /** Worker: what the program looks for in replies; only in a session that was opened to learn it. */
    READS('a', Sender.WORKER),
    /** Worker: the turn that a numbered host frame began is over, promises included. */
    DONE('d', Sender.WORKER);

    /** Who may send a kind. */
    public enum Sender {
        HOST,
        WORKER,
    }

    private final byte code;
    private final Sender sender;

    Kind(char code, Sender sender) {
        this.code = (byte) code;
        this.sender = sender;
    }

    byte code() {
        return code;
    }

    Sender sender() {
        return sender;
    }

    static Kind of(byte code, Sender sender) throws ProtocolException {
        for (Kind kind : values()) {
            if (kind.code == code && kind.sender == sender) {
                return kind;
            }
        }
        throw new ProtocolException("no frame of kind " + code + " comes from the " + sender);
    }
}
