package dev.cloakroom.host.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** What the contracts of the stores are run on. */
interface StorageUnderTest {
    Storage storage();

    /** The same database over connections of its own, as another process has it. */
    Storage another();

    /** Runs the tasks at once, and returns what each answered. */
    static <T> List<T> atOnce(List<? extends Callable<T>> tasks) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<T>();
            for (var done : threads.invokeAll(tasks)) {
                answers.add(done.get());
            }
            return answers;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
