/** One class per action that a token can be redeemed for. */
@NullMarked
package dev.cloakroom.host.redeem.action;

import org.jspecify.annotations.NullMarked;
