package dev.cloakroom.runtime.server;

import dev.cloakroom.runtime.input.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server's certificate and key, from PEM files that are read again when they change. */
final class TlsCertificate implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TlsCertificate.class);
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);
    private static final Pattern PKCS8 = Pattern.compile(
        "-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----"
    );
    private static final char[] NO_PASSWORD = {};

    private final Path certificates;
    private final Path key;
    private final SslContextFactory.Server factory = new SslContextFactory.Server();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
        Thread.ofPlatform().daemon().name("tls-certificate").factory()
    );
    private List<FileTime> loaded;

    private TlsCertificate(Path certificates, Path key) throws IOException, GeneralSecurityException {
        this.certificates = certificates;
        this.key = key;
        this.loaded = times();
        factory.setIncludeProtocols("TLSv1.2", "TLSv1.3");
        factory.setKeyStore(read());
        factory.setKeyStorePassword("");
        var _ = watch.scheduleWithFixedDelay(
            this::reloadIfChanged,
            LOOK_EVERY.toSeconds(),
            LOOK_EVERY.toSeconds(),
            TimeUnit.SECONDS
        );
    }

    /**
     * Reads the files.
     *
     * @throws BadInput when they are no certificates and no key of the first of them
     */
    static TlsCertificate open(Path certificates, Path key) {
        try {
            return new TlsCertificate(certificates, key);
        } catch (IOException | GeneralSecurityException e) {
            throw new BadInput(
                certificates + ", " + key,
                "must be the certificates and the PKCS #8 key of the first of them, both as PEM without a password"
            );
        }
    }

    SslContextFactory.Server factory() {
        return factory;
    }

    /** New connections get the new certificate; while the new files are not good, the old one serves on. */
    synchronized void reloadIfChanged() {
        try {
            var now = times();
            if (!now.equals(loaded)) {
                var store = read();
                factory.reload(changed -> changed.setKeyStore(store));
                loaded = now;
                LOG.info("read the certificate in {} again", certificates);
            }
        } catch (Exception e) {
            LOG.error("cannot read the changed certificate in {}: the former one serves on", certificates, e);
        }
    }

    private List<FileTime> times() throws IOException {
        return List.of(Files.getLastModifiedTime(certificates), Files.getLastModifiedTime(key));
    }

    private KeyStore read() throws IOException, GeneralSecurityException {
        var chain = chain();
        var privateKey = privateKey(chain[0].getPublicKey().getAlgorithm());
        checkPair(privateKey, chain[0]);
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        store.setKeyEntry("cloakroom", privateKey, NO_PASSWORD, chain);
        return store;
    }

    /** Java takes any key with any certificate, and each handshake fails then. */
    private static void checkPair(PrivateKey privateKey, Certificate certificate) throws GeneralSecurityException {
        var algorithm = privateKey.getAlgorithm();
        var signature = Signature.getInstance(
            algorithm.equals("EdDSA") ? algorithm : "SHA256with" + algorithm.replace("EC", "ECDSA")
        );
        signature.initSign(privateKey);
        byte[] signed = signature.sign();
        signature.initVerify(certificate.getPublicKey());
        if (!signature.verify(signed)) {
            throw new GeneralSecurityException("the key is another certificate's");
        }
    }

    private Certificate[] chain() throws IOException, GeneralSecurityException {
        try (var in = Files.newInputStream(certificates)) {
            var chain = CertificateFactory.getInstance("X.509")
                .generateCertificates(in)
                .toArray(Certificate[]::new);
            if (chain.length == 0) {
                throw new GeneralSecurityException("there is no certificate in the file");
            }
            return chain;
        }
    }

    private PrivateKey privateKey(String algorithm) throws IOException, GeneralSecurityException {
        var pem = PKCS8.matcher(Files.readString(key));
        if (!pem.find()) {
            throw new GeneralSecurityException("there is no PKCS #8 key in the file");
        }
        var bytes = Base64.getMimeDecoder().decode(pem.group(1));
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
