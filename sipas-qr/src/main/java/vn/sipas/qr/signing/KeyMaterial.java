package vn.sipas.qr.signing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;
import vn.sipas.qr.payload.UnitNumber;

/** What a key consists of. The classes are not records, whose {@code toString} would print secrets. */
sealed interface KeyMaterial {

    /** The master secret from which the keys of all units are derived. */
    final class MasterSecret implements KeyMaterial {
        private final byte[] secret;

        MasterSecret(byte[] secret) {
            this.secret = secret.clone();
        }

        byte[] secret() {
            return secret.clone();
        }
    }

    /** The derived key of one unit and issuer. */
    final class UnitSecret implements KeyMaterial {
        private final IssuerId issuer;
        private final UnitNumber unit;
        private final byte[] secret;

        UnitSecret(IssuerId issuer, UnitNumber unit, byte[] secret) {
            this.issuer = issuer;
            this.unit = unit;
            this.secret = secret.clone();
        }

        IssuerId issuer() {
            return issuer;
        }

        UnitNumber unit() {
            return unit;
        }

        byte[] secret() {
            return secret.clone();
        }
    }

    /** An Ed25519 key with or without its private half. */
    final class EdwardsKey implements KeyMaterial {
        private static final byte[] X509_PREFIX = {
            0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00
        };
        private static final String ALGORITHM = "Ed25519";

        private final byte[] publicBytes;
        private final PublicKey publicKey;
        private final Optional<PrivateKey> privateKey;

        EdwardsKey(byte[] publicBytes, Optional<byte[]> seed) throws GeneralSecurityException {
            byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + publicBytes.length);
            System.arraycopy(publicBytes, 0, encoded, X509_PREFIX.length, publicBytes.length);
            KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
            this.publicBytes = publicBytes.clone();
            this.publicKey = factory.generatePublic(new X509EncodedKeySpec(encoded));
            this.privateKey = seed.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            factory.generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed.get())));
        }

        static EdwardsKey ofPair(KeyPair pair) throws GeneralSecurityException {
            byte[] encoded = pair.getPublic().getEncoded();
            return new EdwardsKey(
                    Arrays.copyOfRange(encoded, X509_PREFIX.length, encoded.length),
                    ((EdECPrivateKey) pair.getPrivate()).getBytes());
        }

        byte[] publicBytes() {
            return publicBytes.clone();
        }

        Optional<byte[]> seed() {
            return privateKey.flatMap(key -> ((EdECPrivateKey) key).getBytes());
        }

        PublicKey publicKey() {
            return publicKey;
        }

        Optional<PrivateKey> privateKey() {
            return privateKey;
        }
    }
}
