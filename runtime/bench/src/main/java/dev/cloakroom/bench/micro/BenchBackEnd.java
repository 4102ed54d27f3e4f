package dev.cloakroom.bench.micro;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A back end that calls by its secret, or by an access token with a proof for each call (RFC 9449). */
record BenchBackEnd(HttpClient client, URI api, String basic, ECKey key, String accessToken) implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    static BenchBackEnd of(BrokerState broker, URI api) throws Exception {
        var name = BrokerState.PROGRAM.id().value() + ":" + broker.secret;
        var basic = "Basic " + Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
        var stranger = new BenchBackEnd(HttpClient.newHttpClient(), api, basic, newKey(), "");
        return stranger.withToken();
    }

    private static ECKey newKey() throws JOSEException {
        return new ECKeyGenerator(Curve.P_256).generate();
    }

    /** It lasts five minutes, which is longer than a benchmark. */
    private BenchBackEnd withToken() throws Exception {
        var request = post("/v1/token", "application/x-www-form-urlencoded", "grant_type=client_credentials")
            .header("Authorization", basic)
            .header("DPoP", proof("POST", "/v1/token", Optional.empty()));
        var token = JSON.readTree(send(request)).path("access_token").asText();
        return new BenchBackEnd(client, api, basic, key, token);
    }

    int document() throws Exception {
        return send(HttpRequest.newBuilder(api.resolve("/v1/openapi.json"))).length();
    }

    String redeem(String token) throws Exception {
        return send(redemption(token).header("Authorization", basic));
    }

    String redeemSigned(String token) throws Exception {
        var proof = proof("POST", "/v1/redeem", Optional.of(accessToken));
        return send(
            redemption(token)
                .header("Authorization", "DPoP " + accessToken)
                .header("DPoP", proof)
        );
    }

    private HttpRequest.Builder redemption(String token) {
        var body = JSON.createObjectNode()
            .put("token", token)
            .put("action", BrokerState.ACTION)
            .put("recipient", BrokerState.GATEWAY.value())
            .<ObjectNode>set("parameters", JSON.valueToTree(Map.of("template", "ready")));
        return post("/v1/redeem", "application/json", body.toString());
    }

    private HttpRequest.Builder post(String path, String type, String body) {
        return HttpRequest.newBuilder(api.resolve(path))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /** A refusal would be fast, and is no answer to measure. */
    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private String proof(String method, String path, Optional<String> token) throws Exception {
        var claims = new JWTClaimsSet.Builder()
            .jwtID(UUID.randomUUID().toString())
            .claim("htm", method)
            .claim("htu", api + path)
            .issueTime(Date.from(Instant.now()));
        if (token.isPresent()) {
            claims.claim("ath", Base64URL.encode(sha256(token.get())).toString());
        }
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(new JOSEObjectType("dpop+jwt"))
            .jwk(key.toPublicJWK());
        var signed = new SignedJWT(header.build(), claims.build());
        signed.sign(new ECDSASigner(key));
        return signed.serialize();
    }

    private static byte[] sha256(String text) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        client.close();
    }
}
