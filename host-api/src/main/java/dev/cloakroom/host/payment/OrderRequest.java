package dev.cloakroom.host.payment;

import dev.cloakroom.host.identity.PairwiseSubject;

/** What a back end registers; see {@link Order} for its parts. */
public record OrderRequest(PairwiseSubject subject, String number, Money price, String description) {}
