package vn.sipas.qr.signing;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.qr.payload.SignatureSuite;
import vn.sipas.qr.payload.UnitNumber;

/**
 * One key of a {@link KeyRing}: an id, the suite it belongs to, and the days on which it may sign. Immutable.
 *
 * <p>Three sorts: a master HMAC secret, which signs and verifies for every unit; the HMAC key of one unit, derived from
 * it for an offline kiosk; and an Ed25519 key, with the private half or without.
 */
public final class RingKey {

    /** The length of HMAC secrets, Ed25519 seeds and Ed25519 public keys. */
    public static final int SECRET_BYTES = 32;

    private final int id;
    private final SignatureSuite suite;
    private final ValidityPeriod signing;
    private final boolean revoked;
    private final KeyMaterial material;

    private RingKey(int id, SignatureSuite suite, ValidityPeriod signing, boolean revoked, KeyMaterial material) {
        if (id < 0 || id > 255) {
            throw new IllegalArgumentException("id must be in [0, 255], was " + id);
        }
        this.id = id;
        this.suite = Objects.requireNonNull(suite, "suite");
        this.signing = Objects.requireNonNull(signing, "signing");
        this.revoked = revoked;
        this.material = material;
    }

    /**
     * Makes a master HMAC key.
     *
     * @param id 0 to 255
     * @param suite one of the HMAC suites
     * @param secret 32 random bytes; copied
     * @param signing the issue days for which it may sign
     * @return the key
     * @throws IllegalArgumentException if the suite is not HMAC or the secret has another length
     */
    public static RingKey hmac(int id, SignatureSuite suite, byte[] secret, ValidityPeriod signing) {
        requireHmac(suite);
        requireLength("secret", secret);
        return new RingKey(id, suite, signing, false, new KeyMaterial.MasterSecret(secret));
    }

    /**
     * Makes the HMAC key of one unit from bytes that {@link #forUnit} derived elsewhere.
     *
     * @param id the id of the master key, 0 to 255
     * @param suite one of the HMAC suites
     * @param issuer the issuer for which it was derived
     * @param unit the unit for which it was derived
     * @param secret the derived 32 bytes; copied
     * @param signing the issue days for which it may sign
     * @return the key
     * @throws IllegalArgumentException if the suite is not HMAC or the secret has another length
     */
    public static RingKey unitHmac(
            int id, SignatureSuite suite, IssuerId issuer, UnitNumber unit, byte[] secret, ValidityPeriod signing) {
        requireHmac(suite);
        requireLength("secret", secret);
        return new RingKey(id, suite, signing, false, new KeyMaterial.UnitSecret(issuer, unit, secret));
    }

    /**
     * Makes an Ed25519 key that signs and verifies.
     *
     * @param id 0 to 255
     * @param seed the private key of RFC 8032, 32 bytes
     * @param publicKey the public key of RFC 8032, 32 bytes
     * @param signing the issue days for which it may sign
     * @return the key
     * @throws IllegalArgumentException if a length is wrong or the two halves do not belong together
     */
    public static RingKey ed25519(int id, byte[] seed, byte[] publicKey, ValidityPeriod signing) {
        requireLength("seed", seed);
        requireLength("publicKey", publicKey);
        RingKey key = edwards(id, publicKey, Optional.of(seed.clone()), signing);
        TagMaker tags = TagMaker.of(IssuerId.of("probe"), key, UnitNumber.of(1));
        byte[] probe = {1, 2, 3};
        if (!tags.matches(probe, tags.tag(probe))) {
            throw new IllegalArgumentException("seed and publicKey must belong together");
        }
        return key;
    }

    /**
     * Makes an Ed25519 key that only verifies.
     *
     * @param id 0 to 255
     * @param publicKey the public key of RFC 8032, 32 bytes
     * @param signing the issue days for which its private half may sign
     * @return the key
     * @throws IllegalArgumentException if the length is wrong or the bytes are no point of the curve
     */
    public static RingKey ed25519Public(int id, byte[] publicKey, ValidityPeriod signing) {
        requireLength("publicKey", publicKey);
        return edwards(id, publicKey, Optional.empty(), signing);
    }

    /**
     * Makes a key from fresh random bytes.
     *
     * @param id 0 to 255
     * @param suite the suite
     * @param signing the issue days for which it may sign
     * @param random the source of randomness
     * @return a key that signs and verifies
     */
    public static RingKey generate(int id, SignatureSuite suite, ValidityPeriod signing, SecureRandom random) {
        if (suite != SignatureSuite.ED25519) {
            byte[] secret = new byte[SECRET_BYTES];
            random.nextBytes(secret);
            return hmac(id, suite, secret, signing);
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, random);
            return new RingKey(id, suite, signing, false, KeyMaterial.EdwardsKey.ofPair(generator.generateKeyPair()));
        } catch (GeneralSecurityException unavailable) {
            throw new IllegalStateException("this Java platform has no Ed25519", unavailable);
        }
    }

    /**
     * Derives the key of one unit, for a kiosk that must work offline: HKDF-SHA-256 (RFC 5869) over issuer, key id and
     * unit. Whoever steals it can forge codes of that unit only.
     *
     * @param issuer the issuer
     * @param unit the unit
     * @return the key of the unit, with the same id, suite and days
     * @throws IllegalStateException if this is not a master HMAC key
     */
    public RingKey forUnit(IssuerId issuer, UnitNumber unit) {
        if (!(material instanceof KeyMaterial.MasterSecret master)) {
            throw new IllegalStateException("only a master HMAC key has keys of units, this is " + this);
        }
        byte[] secret = KeyDerivation.unitKey(master.secret(), issuer, id, unit);
        RingKey key = new RingKey(id, suite, signing, revoked, new KeyMaterial.UnitSecret(issuer, unit, secret));
        Arrays.fill(secret, (byte) 0);
        return key;
    }

    /**
     * Returns the key without its private half, for outside verifiers.
     *
     * @return an Ed25519 key that only verifies
     * @throws IllegalStateException if this is an HMAC key, which has no public half
     */
    public RingKey publicOnly() {
        if (!(material instanceof KeyMaterial.EdwardsKey edwards)) {
            throw new IllegalStateException("an HMAC key has no public half, this is " + this);
        }
        RingKey key = edwards(id, edwards.publicBytes(), Optional.empty(), signing);
        return revoked ? key.asRevoked() : key;
    }

    /**
     * Returns this key as revoked: every code that it signed is rejected from now on, whatever its issue day, because
     * a thief can write any day.
     *
     * @return the revoked key
     */
    public RingKey asRevoked() {
        return new RingKey(id, suite, signing, true, material);
    }

    /**
     * Returns this key with an end of its signing days, for rotation. Codes that it signed before stay valid.
     *
     * @param newSigning the issue days for which it may sign
     * @return the key
     */
    public RingKey withSigning(ValidityPeriod newSigning) {
        return new RingKey(id, suite, newSigning, revoked, material);
    }

    /**
     * Returns the id.
     *
     * @return 0 to 255
     */
    public int id() {
        return id;
    }

    /**
     * Returns the suite.
     *
     * @return the only suite with which this key signs and verifies
     */
    public SignatureSuite suite() {
        return suite;
    }

    /**
     * Returns the issue days for which this key may sign.
     *
     * @return the period
     */
    public ValidityPeriod signing() {
        return signing;
    }

    /**
     * Tells whether the key was revoked.
     *
     * @return whether it was
     */
    public boolean revoked() {
        return revoked;
    }

    /**
     * Returns the unit to which the key is bound.
     *
     * @return the unit; empty if the key serves all units
     */
    public Optional<UnitNumber> unit() {
        return material instanceof KeyMaterial.UnitSecret bound ? Optional.of(bound.unit()) : Optional.empty();
    }

    /**
     * Tells whether the key can sign at all.
     *
     * @return {@code false} for an Ed25519 key without its private half
     */
    public boolean canSign() {
        return !(material instanceof KeyMaterial.EdwardsKey edwards)
                || edwards.privateKey().isPresent();
    }

    KeyMaterial material() {
        return material;
    }

    /** Whether the key can serve a unit of an issuer at all. */
    boolean serves(IssuerId issuer, UnitNumber wanted) {
        return !(material instanceof KeyMaterial.UnitSecret bound)
                || (bound.issuer().equals(issuer) && bound.unit().equals(wanted));
    }

    /**
     * Returns id, suite, days and unit, never the key itself.
     *
     * @return a description for humans
     */
    @Override
    public String toString() {
        return "RingKey[id=" + id + ", suite=" + suite + ", signing=" + signing
                + unit().map(bound -> ", unit=" + bound).orElse("")
                + (canSign() ? "" : ", verifies only") + (revoked ? ", revoked" : "") + "]";
    }

    private static RingKey edwards(int id, byte[] publicKey, Optional<byte[]> seed, ValidityPeriod signing) {
        try {
            return new RingKey(id, SignatureSuite.ED25519, signing, false, new KeyMaterial.EdwardsKey(publicKey, seed));
        } catch (GeneralSecurityException invalid) {
            throw new IllegalArgumentException("publicKey must be an Ed25519 public key of RFC 8032", invalid);
        }
    }

    private static void requireHmac(SignatureSuite suite) {
        if (suite == SignatureSuite.ED25519) {
            throw new IllegalArgumentException("suite must be one of the HMAC suites, was " + suite);
        }
    }

    private static void requireLength(String name, byte[] bytes) {
        if (bytes.length != SECRET_BYTES) {
            throw new IllegalArgumentException(name + " must have " + SECRET_BYTES + " bytes, had " + bytes.length);
        }
    }
}
