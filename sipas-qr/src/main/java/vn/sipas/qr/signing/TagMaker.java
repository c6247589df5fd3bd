package vn.sipas.qr.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Arrays;
import javax.crypto.Mac;
import vn.sipas.qr.payload.UnitNumber;

/** Makes and checks tags over {@code "SIPAS-QR/1" 0 issuer body} with the key of one unit. Safe for many threads. */
sealed interface TagMaker {

    byte[] tag(byte[] body);

    boolean matches(byte[] body, byte[] tag);

    static TagMaker of(IssuerId issuer, RingKey key, UnitNumber unit) {
        byte[] domain = "SIPAS-QR/1\0".getBytes(StandardCharsets.US_ASCII);
        byte[] issuerBytes = issuer.bytes();
        byte[] prefix = Arrays.copyOf(domain, domain.length + issuerBytes.length);
        System.arraycopy(issuerBytes, 0, prefix, domain.length, issuerBytes.length);
        KeyMaterial material = key.material();
        if (material instanceof KeyMaterial.EdwardsKey edwards) {
            return new EdwardsTags(prefix, edwards);
        }
        byte[] secret = material instanceof KeyMaterial.MasterSecret master
                ? KeyDerivation.unitKey(master.secret(), issuer, key.id(), unit)
                : ((KeyMaterial.UnitSecret) material).secret();
        Mac mac = KeyDerivation.hmac(secret);
        mac.update(prefix);
        return new HmacTags(mac, key.suite().tagBytes());
    }

    /** Truncated HMAC-SHA-256; the prototype has read the prefix and is only ever cloned. */
    final class HmacTags implements TagMaker {

        private final Mac prototype;
        private final int tagBytes;

        HmacTags(Mac prototype, int tagBytes) {
            this.prototype = prototype;
            this.tagBytes = tagBytes;
        }

        @Override
        public byte[] tag(byte[] body) {
            try {
                return Arrays.copyOf(((Mac) prototype.clone()).doFinal(body), tagBytes);
            } catch (CloneNotSupportedException unsupported) {
                throw new IllegalStateException("the HmacSHA256 of this platform cannot be cloned", unsupported);
            }
        }

        @Override
        public boolean matches(byte[] body, byte[] tag) {
            return MessageDigest.isEqual(tag(body), tag);
        }
    }

    /** Ed25519 (RFC 8032). */
    final class EdwardsTags implements TagMaker {

        private final byte[] prefix;
        private final KeyMaterial.EdwardsKey key;

        EdwardsTags(byte[] prefix, KeyMaterial.EdwardsKey key) {
            this.prefix = prefix;
            this.key = key;
        }

        @Override
        public byte[] tag(byte[] body) {
            PrivateKey privateKey = key.privateKey()
                    .orElseThrow(() -> new IllegalStateException("the key has no private half and cannot sign"));
            try {
                Signature signature = Signature.getInstance("Ed25519");
                signature.initSign(privateKey);
                signature.update(prefix);
                signature.update(body);
                return signature.sign();
            } catch (GeneralSecurityException unexpected) {
                throw new IllegalStateException("Ed25519 signing failed", unexpected);
            }
        }

        @Override
        public boolean matches(byte[] body, byte[] tag) {
            try {
                Signature signature = Signature.getInstance("Ed25519");
                signature.initVerify(key.publicKey());
                signature.update(prefix);
                signature.update(body);
                return signature.verify(tag);
            } catch (SignatureException malformed) {
                return false;
            } catch (GeneralSecurityException unexpected) {
                throw new IllegalStateException("Ed25519 verification is not available", unexpected);
            }
        }
    }
}
