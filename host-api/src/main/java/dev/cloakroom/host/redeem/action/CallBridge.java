package dev.cloakroom.host.redeem.action;

import dev.cloakroom.host.redeem.RedemptionResult;

/** Somebody who connects two telephones, neither of which sees the other's number. */
@FunctionalInterface
public interface CallBridge {
    /**
     * Rings both, once.
     *
     * @param line the developer's, in E.164
     * @param phone the user's, in E.164
     * @param id unique; the same id is never used for two calls
     * @return {@link RedemptionResult#SENT} when it rings or rang, whoever took the call
     */
    RedemptionResult connect(String line, String phone, String id);
}
