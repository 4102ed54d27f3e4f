package dev.cloakroom.host.redeem.action;

import dev.cloakroom.host.redeem.RedemptionResult;

/** Somebody who delivers text messages. */
@FunctionalInterface
public interface SmsGateway {
    /**
     * Sends one message, once.
     *
     * @param phone in E.164
     * @param id unique; the same id is never used for two messages
     * @return {@link RedemptionResult#UNKNOWN} when it cannot be known whether the message went out
     */
    RedemptionResult send(String phone, String text, String id);
}
