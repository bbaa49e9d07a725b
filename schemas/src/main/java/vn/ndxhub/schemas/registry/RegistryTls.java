package vn.ndxhub.schemas.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** The TLS context of the configured stores; what is not configured is the JDK's own. */
final class RegistryTls {

    private RegistryTls() {}

    static SSLContext context(@Nullable KeyMaterial truststore, @Nullable KeyMaterial keystore) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    keystore == null ? null : keyManagers(keystore),
                    truststore == null ? null : trustManagers(truststore),
                    null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("schema.registry.ssl.* cannot be used: " + e.getMessage(), e);
        }
    }

    private static TrustManager[] trustManagers(KeyMaterial material) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init("PEM".equalsIgnoreCase(material.type()) ? pem(material) : load(material));
            return factory.getTrustManagers();
        } catch (GeneralSecurityException | IOException e) {
            throw unusable(material, e);
        }
    }

    private static KeyManager[] keyManagers(KeyMaterial material) {
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            String password = material.keyPassword() == null ? material.password() : material.keyPassword();
            factory.init(load(material), password == null ? new char[0] : password.toCharArray());
            return factory.getKeyManagers();
        } catch (GeneralSecurityException | IOException e) {
            throw unusable(material, e);
        }
    }

    private static KeyStore load(KeyMaterial material) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(material.type());
        try (InputStream in = Files.newInputStream(material.location())) {
            store.load(
                    in, material.password() == null ? null : material.password().toCharArray());
        }
        return store;
    }

    private static KeyStore pem(KeyMaterial material) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(material.location())) {
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("pem-" + number++, certificate);
            }
        }
        return store;
    }

    private static IllegalArgumentException unusable(KeyMaterial material, Exception e) {
        return new IllegalArgumentException(
                material.key() + ": " + material.location() + " is no readable " + material.type()
                        + " store with the given password: " + e.getMessage(),
                e);
    }
}
