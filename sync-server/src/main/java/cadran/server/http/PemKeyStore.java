package cadran.server.http;

import cadran.server.settings.WrongSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** A key store in memory from the two PEM files that an authority or a certificate tool hands out. */
final class PemKeyStore {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private PemKeyStore() {}

    static KeyStore read(Path certificateFile, Path keyFile, char[] password) {
        try {
            var chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(certificateFile)))
                    .toArray(Certificate[]::new);
            if (chain.length == 0) throw new GeneralSecurityException("no certificate in it");
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            var key = privateKey(keyFile, chain[0]);
            requirePair(key, chain[0]);
            store.setKeyEntry("server", key, password, chain);
            return store;
        } catch (IOException | GeneralSecurityException failure) {
            throw WrongSettings.of(
                    "CADRAN_TLS_CERT, CADRAN_TLS_KEY",
                    certificateFile + " and " + keyFile + " can't be used: " + failure.getMessage());
        }
    }

    /** Else the server would start, and every handshake fail. */
    private static void requirePair(PrivateKey key, Certificate certificate) throws GeneralSecurityException {
        var algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
        var proof = "a pair".getBytes(StandardCharsets.UTF_8);
        var signer = Signature.getInstance(algorithm);
        signer.initSign(key);
        signer.update(proof);
        var verifier = Signature.getInstance(algorithm);
        verifier.initVerify(certificate.getPublicKey());
        verifier.update(proof);
        if (!verifier.verify(signer.sign())) {
            throw new GeneralSecurityException("the key is not that of the certificate");
        }
    }

    private static PrivateKey privateKey(Path file, Certificate certificate)
            throws IOException, GeneralSecurityException {
        var pem = KEY.matcher(Files.readString(file));
        if (!pem.find()) throw new GeneralSecurityException("the key is not an unencrypted PKCS#8 PEM");
        var der = Base64.getMimeDecoder().decode(pem.group(1));
        var algorithm = certificate.getPublicKey().getAlgorithm();
        if (!List.of("RSA", "EC", "EdDSA").contains(algorithm)) {
            throw new GeneralSecurityException("keys of type " + algorithm + " are not supported");
        }
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
    }
}
