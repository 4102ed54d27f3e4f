package dev.cloakroom.host.mail;

import dev.cloakroom.host.redeem.RedemptionResult;

/** Somebody who delivers mail. */
@FunctionalInterface
public interface MailGateway {
    /**
     * Sends one mail, once.
     *
     * @return {@link RedemptionResult#UNKNOWN} when it cannot be known whether the mail went out
     */
    RedemptionResult send(OutgoingMail mail);
}
