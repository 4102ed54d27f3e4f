package dev.cloakroom.runtime.dev;

import static dev.cloakroom.host.redeem.action.ParameterRule.matching;

import dev.cloakroom.host.redeem.RedemptionAction;
import dev.cloakroom.host.redeem.action.SendSms;
import dev.cloakroom.host.redeem.action.SmsGateway;
import dev.cloakroom.host.redeem.action.SmsTemplate;
import dev.cloakroom.host.scope.Recipient;
import dev.cloakroom.host.scope.RecipientId;
import dev.cloakroom.host.scope.RecipientRegistry;
import dev.cloakroom.host.scope.Scope;
import dev.cloakroom.host.scope.ScopeCatalog;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a host app would register, as a development host has it: one SMS gateway and three messages. */
final class DevelopmentRegistry {

    static final RecipientId SMS_GATEWAY = new RecipientId("sms-gateway");

    private static final String ORDER_NUMBER = "[A-Z0-9-]+";

    private static final List<SmsTemplate> TEMPLATES = List.of(
        new SmsTemplate(
            "order-confirmed",
            "Your order {orderNo} is confirmed. Total {total}.",
            Map.of("orderNo", matching(20, ORDER_NUMBER), "total", matching(12, "\\p{Sc}?[0-9.,]+ ?[A-Z]{0,3}"))
        ),
        new SmsTemplate(
            "order-ready",
            "Your order {orderNo} is ready to collect.",
            Map.of("orderNo", matching(20, ORDER_NUMBER))
        ),
        new SmsTemplate("verification-code", "Your code is {code}.", Map.of("code", matching(8, "[0-9]{4,8}")))
    );

    private DevelopmentRegistry() {}

    static RecipientRegistry recipients() {
        return RecipientRegistry.of(
            List.of(
                new Recipient(SMS_GATEWAY, "SMS gateway", Set.of(ScopeCatalog.PHONE_NUMBER)),
                byDefault("mail-relay", "Mail relay", ScopeCatalog.EMAIL),
                byDefault("courier", "Courier", ScopeCatalog.ADDRESS),
                byDefault("call-bridge", "Call bridge", ScopeCatalog.CALL),
                byDefault("notices", "Notices", ScopeCatalog.SUBSCRIBE_MESSAGE),
                byDefault(
                    "partner",
                    "Demo partner",
                    ScopeCatalog.INVOICE_TITLE,
                    ScopeCatalog.CONTACT,
                    ScopeCatalog.LICENSE_PLATE,
                    ScopeCatalog.BANK_ACCOUNT,
                    ScopeCatalog.TRANSACTIONS
                )
            )
        );
    }

    /** Whom programs mean that name nobody: those written for other hosts. */
    private static Recipient byDefault(String id, String name, Scope... scopes) {
        return new Recipient(new RecipientId(id), name, Set.of(scopes), Set.of(), true);
    }

    static List<RedemptionAction> actions(SmsGateway gateway) {
        return List.of(new SendSms(Map.of(SMS_GATEWAY, gateway), TEMPLATES));
    }
}
