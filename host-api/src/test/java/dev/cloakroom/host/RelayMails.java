package dev.cloakroom.host;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Mails as they come to a relay, full of what must not pass it. */
final class RelayMails {

    static final String ADDRESS = "alice.w7ng@home-9x.example";
    static final String NAME = "Alice Q. Waengler";
    static final String HOME = "home-9x.example";
    static final String MACHINE = "198.51.100.77";
    static final List<String> PLANTED = List.of(ADDRESS, "alice.w7ng", NAME, HOME, MACHINE);
    static final String DEVELOPER = "kitchen@food.example";

    private RelayMails() {}

    /** So many parts in one another. */
    static String deep(int parts) {
        var mail = new StringBuilder("Content-Type: multipart/mixed; boundary=b0\n\n");
        for (int i = 0; i < parts; i++) {
            mail.append("--b" + i + "\nContent-Type: multipart/mixed; boundary=b" + (i + 1) + "\n\n");
        }
        return mail.append("--b" + parts + "\n\ntext\n").toString();
    }

    /** Of a developer who tries to slip in headers and a picture that counts. */
    static String fromDeveloper() {
        return """
        From: The Kitchen <%s>
        Subject: =?utf-8?Q?About_your_order=0D=0ABcc:_me@evil.example?=
        Disposition-Notification-To: %s
        Content-Type: multipart/alternative; boundary=x

        --x
        Content-Type: text/html; charset=utf-8

        <p>Is 7 pm all right?</p><img src="https://tracker.example/1.gif">
        --x
        Content-Type: text/plain; charset=utf-8

        Is 7 pm all right?
        --x--
        """.formatted(DEVELOPER, DEVELOPER);
    }

    /** Of a user whose mail program tells who and where they are, wherever it can; in answer to that address. */
    static String fromUser(String relayed) {
        var base64 = Base64.getMimeEncoder().encodeToString(
            ("BEGIN:VCARD\nFN:" + NAME + "\nEMAIL:" + ADDRESS + "\n").getBytes(StandardCharsets.UTF_8)
        );
        return """
        Return-Path: <%2$s>
        Received: from laptop.%3$s ([%4$s]) by mx.%3$s with ESMTPSA for <x>; Mon, 2 Nov 2026 08:00:00 +0000
        DKIM-Signature: v=1; a=rsa-sha256; d=%3$s; s=k; b=AAAA
        Autocrypt: addr=%2$s; keydata=AAAA
        X-Originating-IP: [%4$s]
        X-Google-Original-From: %1$s <%2$s>
        Sender: %1$s <%2$s>
        From: %1$s <%2$s>
        Reply-To: "%1$s" <%2$s>
        Organization: %1$s
        Message-ID: <abc@%3$s>
        In-Reply-To: <def@%3$s>
        References: <def@%3$s>
        To: Food Order <%5$s>
        Cc: %2$s
        Date: Mon, 2 Nov 2026 09:00:00 +0800
        Subject: Re: your soup, %1$s (%2$s)
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="alice.w7ng"

        --alice.w7ng
        Content-Type: multipart/alternative; boundary=inner

        --inner
        Content-Type: text/plain; charset=utf-8; format=flowed

        Yes, at 7. Thank you!

        On Monday, %1$s <%2$s> wrote:
        > On Sunday Food Order <%5$s> wrote:
        >> mailto:alice.w7ng%%40home-9x.example ALICE.W7NG@HOME-9X.EXAMPLE.
        >> or alice.w7ng (at) home-9x.example, alice.w7ng＠home-9x.example

        -----Original Message-----
        From: Food Order
        To: %1$s
        *Cc:* %1$s; Bob

        --
        %1$s
        -----BEGIN PGP SIGNATURE-----
        Comment: %2$s
        -----END PGP SIGNATURE-----
        --inner
        Content-Type: text/html; charset=utf-8

        <p>Yes, at 7.</p><a href="mailto:%2$s">%1$s</a>
        --inner--
        --alice.w7ng
        Content-Type: text/vcard; name="%1$s.vcf"
        Content-Disposition: attachment; filename="%1$s.vcf"
        Content-Transfer-Encoding: base64

        %6$s
        --alice.w7ng--
        """.formatted(NAME, ADDRESS, HOME, MACHINE, relayed, base64);
    }

    /** Of a server that could not deliver, and tells to whom. */
    static String report(String reports) {
        return """
        Return-Path: <>
        From: MAILER-DAEMON@mx.%2$s
        To: %3$s
        Subject: Undelivered mail for %1$s
        Auto-Submitted: auto-replied
        Content-Type: multipart/report; report-type=delivery-status; boundary=r

        --r
        Content-Type: text/plain

        <%1$s>: mailbox of Alice is full at %4$s
        --r
        Content-Type: message/delivery-status

        Final-Recipient: rfc822; %1$s
        Action: failed
        --r--
        """.formatted(ADDRESS, HOME, reports, MACHINE);
    }
}
