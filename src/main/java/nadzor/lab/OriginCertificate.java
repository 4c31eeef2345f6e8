package nadzor.lab;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * A key and the certificate for it. Immutable.
 *
 * @param spkiSha256 base64 of the SHA-256 of the SubjectPublicKeyInfo, as Chromium takes it in
 *     {@code --ignore-certificate-errors-spki-list}
 */
record OriginCertificate(PrivateKey key, X509Certificate certificate, String spkiSha256) {}
