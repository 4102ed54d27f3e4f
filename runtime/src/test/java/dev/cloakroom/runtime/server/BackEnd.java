package dev.cloakroom.runtime.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.cloakroom.runtime.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Date;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A developer's back end that signs: assertions, proofs and calls, good ones and others. */
record BackEnd(String program, ECKey key, URI api, Clock clock) {
    static final String FORM = "application/x-www-form-urlencoded";
    static final String JSON = "application/json";

    static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same back end with another key, at another host or under another name. */
    BackEnd withKey(ECKey other) {
        return new BackEnd(program, other, api, clock);
    }

    BackEnd at(URI other) {
        return new BackEnd(program, key, other, clock);
    }

    /** A new access token. */
    String accessToken() throws IOException {
        var answer = askForToken(assertion(), proof("/v1/token", same()));
        return Json.parseObject(answer.body()).orElseThrow().path("access_token").asText();
    }

    Wire.Answer askForToken(String assertion, String proof) throws IOException {
        var body =
            "grant_type=client_credentials" +
            "&client_assertion_type=" +
            encoded("urn:ietf:params:oauth:client-assertion-type:jwt-bearer") +
            "&client_assertion=" +
            assertion;
        return send("/v1/token", "DPoP: " + proof, FORM, body);
    }

    /** A call with a new access token and a good proof. */
    Wire.Answer post(String path, String type, String body) throws IOException {
        return post(accessToken(), path, type, body);
    }

    Wire.Answer post(String token, String path, String type, String body) throws IOException {
        return send(path, authorization(token) + "\nDPoP: " + proof(path, hash(token)), type, body);
    }

    /** A call that reads, of a path of the document's. */
    Wire.Answer get(String template, String id) throws IOException {
        var token = accessToken();
        var path = template.replace("{id}", id);
        var proof = proof(path, claims -> hash(token).apply(claims).claim("htm", "GET"));
        var head = "GET " + path + " HTTP/1.1\nHost: " + api.getAuthority() + "\n" + authorization(token);
        var answer = new Wire(api).send(head + "\nDPoP: " + proof, "");
        ApiContract.check("GET", template, answer);
        return answer;
    }

    Wire.Answer send(String path, String headers, String type, String body) throws IOException {
        var head =
            "POST " +
            path +
            " HTTP/1.1\nHost: " +
            api.getAuthority() +
            "\nContent-Type: " +
            type +
            "\nContent-Length: " +
            body.getBytes(StandardCharsets.UTF_8).length +
            "\n" +
            headers;
        var answer = new Wire(api).send(head, body);
        ApiContract.check("POST", path.replaceFirst("^(/v1/orders/)[^/]+", "$1{id}"), answer);
        return answer;
    }

    static String authorization(String token) {
        return "Authorization: DPoP " + token;
    }

    String assertion() {
        var claims = new JWTClaimsSet.Builder()
            .issuer(program)
            .subject(program)
            .audience(api + "/v1/token")
            .jwtID(UUID.randomUUID().toString())
            .expirationTime(Date.from(clock.instant().plusSeconds(120)))
            .build();
        return signed(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
    }

    /** A proof for a request to that path, with some claims changed. */
    String proof(String path, UnaryOperator<JWTClaimsSet.Builder> change) {
        var claims = new JWTClaimsSet.Builder()
            .jwtID(UUID.randomUUID().toString())
            .claim("htm", "POST")
            .claim("htu", api + path)
            .issueTime(Date.from(clock.instant()));
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(new JOSEObjectType("dpop+jwt"))
            .jwk(key.toPublicJWK());
        return signed(header.build(), change.apply(claims).build());
    }

    static UnaryOperator<JWTClaimsSet.Builder> same() {
        return UnaryOperator.identity();
    }

    static UnaryOperator<JWTClaimsSet.Builder> hash(String token) {
        return claims -> claims.claim("ath", Base64URL.encode(sha256(token)).toString());
    }

    private String signed(JWSHeader header, JWTClaimsSet claims) {
        try {
            var signed = new SignedJWT(header, claims);
            signed.sign(new ECDSASigner(key));
            return signed.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String form(String token) {
        return "token=" + encoded(token);
    }

    static String redemption(String token) {
        return Json.object()
            .put("token", token)
            .put("action", "send-sms")
            .put("recipient", ApiFixture.GATEWAY.value())
            .<ObjectNode>set("parameters", Json.object().put("template", "ready"))
            .toString();
    }
}
