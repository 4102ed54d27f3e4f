package dev.cloakroom.runtime.dev;

import static dev.cloakroom.host.redeem.action.ParameterRule.matching;

import dev.cloakroom.host.HostParts;
import dev.cloakroom.host.mail.RelayAddresses;
import dev.cloakroom.host.payment.PaymentGateway;
import dev.cloakroom.host.redeem.RedemptionAction;
import dev.cloakroom.host.redeem.action.BridgeCall;
import dev.cloakroom.host.redeem.action.Deliver;
import dev.cloakroom.host.redeem.action.EmailTemplate;
import dev.cloakroom.host.redeem.action.HandOver;
import dev.cloakroom.host.redeem.action.NoticeTemplate;
import dev.cloakroom.host.redeem.action.SendEmail;
import dev.cloakroom.host.redeem.action.SendNotice;
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
import java.util.Optional;
import java.util.Set;

/** What a host app would register, as a development host has it: partners that take everything. */
final class DevelopmentRegistry {

    static final RecipientId SMS_GATEWAY = new RecipientId("sms-gateway");

    private static final RecipientId MAIL = new RecipientId("mail-relay");
    private static final RecipientId COURIER = new RecipientId("courier");
    private static final RecipientId CALLS = new RecipientId("call-bridge");
    private static final RecipientId INBOX = new RecipientId("notices");
    private static final RecipientId PARTNER = new RecipientId("partner");
    private static final RecipientId PAY = new RecipientId("demo-pay");
    private static final String DEVELOPERS_LINE = "+861012345678";

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

    private static final List<NoticeTemplate> NOTICES = List.of(
        new NoticeTemplate(
            "order-status",
            "Your order",
            List.of(
                new NoticeTemplate.Place("character_string1", "Order", NoticeTemplate.Kind.CHARACTER_STRING),
                new NoticeTemplate.Place("thing2", "Status", NoticeTemplate.Kind.THING)
            )
        )
    );

    private static final List<EmailTemplate> MAILS = List.of(
        new EmailTemplate(
            "order-confirmed",
            "Your order {orderNo}",
            "Your order {orderNo} is confirmed.\n",
            Map.of("orderNo", matching(20, ORDER_NUMBER))
        )
    );

    private DevelopmentRegistry() {}

    static RecipientRegistry recipients() {
        return RecipientRegistry.of(
            List.of(
                byDefault(SMS_GATEWAY, "SMS gateway", ScopeCatalog.PHONE_NUMBER),
                byDefault(MAIL, "Mail relay", ScopeCatalog.EMAIL),
                byDefault(COURIER, "Courier", ScopeCatalog.ADDRESS),
                byDefault(CALLS, "Call bridge", ScopeCatalog.CALL),
                byDefault(INBOX, "Notices", ScopeCatalog.SUBSCRIBE_MESSAGE),
                byDefault(PAY, "Demo payments", ScopeCatalog.PAYMENT),
                byDefault(
                    PARTNER,
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
    private static Recipient byDefault(RecipientId id, String name, Scope... scopes) {
        return new Recipient(id, name, Set.of(scopes), Set.of(), true);
    }

    static List<RedemptionAction> actions(SmsGateway gateway, DevelopmentPartners partners, HostParts parts) {
        return List.of(
            new SendSms(Map.of(SMS_GATEWAY, gateway), TEMPLATES),
            new Deliver(Map.of(COURIER, partners::parcel), parts.deliveries(), parts.programs()),
            new HandOver(Map.of(PARTNER, partners::value)),
            new BridgeCall(Map.of(CALLS, partners::call), _ -> Optional.of(DEVELOPERS_LINE)),
            new SendNotice(Map.of(INBOX, partners::notice), NOTICES, parts.programs()),
            new SendEmail(
                Map.of(MAIL, partners::mail),
                MAILS,
                new RelayAddresses("relay.example", parts.aliases()),
                parts.programs()
            )
        );
    }

    static Map<RecipientId, PaymentGateway> paymentGateways(DevelopmentPartners partners) {
        return Map.of(PAY, partners);
    }
}
