package dev.cloakroom.runtime.check;

import java.util.List;
import java.util.Map;

/**
 * What came of one page.
 *
 * @param path in the package
 * @param url with the parameters that it was opened with
 * @param shown the page that was there in the end, another one when it led elsewhere
 * @param passes how often it was opened until generated replies had what it reads
 * @param settled whether they did in the end
 */
record PageReport(
    String path,
    String url,
    String shown,
    int passes,
    boolean settled,
    List<Problem> problems,
    List<Unsupported> unsupportedApis,
    Map<String, Integer> unsupportedComponents,
    Tally handlers,
    List<Asked> requests
) {
    /**
     * Something that went wrong.
     *
     * @param at {@code file:line}, or the file, or empty
     * @param during what the check did
     */
    record Problem(String message, String at, String during, int count) {}

    /** An API that this host does not have, and where it is called. */
    record Unsupported(String name, String at, int count) {}

    /**
     * What was done on the page.
     *
     * @param found what could be done
     * @param done what was
     * @param alike entries of lists beyond the first two
     * @param gone what was no longer there when its turn came
     * @param disabled what a user could not have done
     * @param late what the time for the page did not suffice for
     * @param notFired built-in components' events that a check cannot bring about
     */
    record Tally(int found, int done, int alike, int gone, int disabled, int late, Map<String, Integer> notFired) {}

    /**
     * Requests to one endpoint.
     *
     * @param status of the last answer; 0 when it was refused
     * @param answered {@code given}, {@code generated} or {@code refused}
     */
    record Asked(String method, String url, int status, String answered, boolean declared, int count) {}

    /** Whether nothing went wrong and nothing was used that is not there. */
    boolean clean() {
        return problems.isEmpty() && unsupportedApis.isEmpty() && unsupportedComponents.isEmpty();
    }
}
