package dev.cloakroom.host.audit;

import dev.cloakroom.host.keys.HeadWitness;
import dev.cloakroom.host.merkle.SignedTreeHead;
import java.util.Optional;

/** A witness that forgets with the process. */
public final class MemoryWitness implements HeadWitness {

    private Optional<SignedTreeHead> last;

    /** @param last what it remembers at first */
    public MemoryWitness(Optional<SignedTreeHead> last) {
        this.last = last;
    }

    @Override
    public synchronized Optional<SignedTreeHead> last() {
        return last;
    }

    @Override
    public synchronized SignedTreeHead record(SignedTreeHead head) {
        last = last.filter(known -> known.size() >= head.size()).or(() -> Optional.of(head));
        return last.orElse(head);
    }

    @Override
    public synchronized void restart(SignedTreeHead head) {
        last = Optional.of(head);
    }
}
