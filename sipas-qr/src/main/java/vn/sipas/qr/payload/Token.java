package vn.sipas.qr.payload;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Claims with a key id and a tag: what stands in a code. Immutable.
 *
 * <p>A decoded token is a claim, not a truth; {@code vn.sipas.qr.signing.Verifier} tells which.
 */
public final class Token {

    private static final String CONSONANTS = "BDGHKLMNPRSTVXYZ";
    private static final String VOWELS = "AEIO";
    private static final byte[] CHECK_WORD_DOMAIN = "SIPAS-QR/1 check word\0".getBytes(StandardCharsets.US_ASCII);

    private final SurveyLink link;
    private final SignatureSuite suite;
    private final int keyId;
    private final byte[] bytes;

    private Token(SurveyLink link, SignatureSuite suite, int keyId, byte[] bytes) {
        this.link = link;
        this.suite = suite;
        this.keyId = keyId;
        this.bytes = bytes;
    }

    /**
     * Joins claims and tag.
     *
     * @param link the claims
     * @param suite the suite that made the tag
     * @param keyId the id of the key that made the tag, 0 to 255
     * @param tag the tag, as long as the suite says
     * @return the token
     * @throws IllegalArgumentException if {@code keyId} or the length of {@code tag} is out of range
     */
    public static Token of(SurveyLink link, SignatureSuite suite, int keyId, byte[] tag) {
        if (tag.length != suite.tagBytes()) {
            throw new IllegalArgumentException(
                    "tag must have " + suite.tagBytes() + " bytes for " + suite + ", had " + tag.length);
        }
        byte[] body = TokenLayout.body(link, suite, keyId);
        byte[] bytes = Arrays.copyOf(body, body.length + tag.length);
        System.arraycopy(tag, 0, bytes, body.length, tag.length);
        return new Token(link, suite, keyId, bytes);
    }

    static Token decoded(SurveyLink link, SignatureSuite suite, int keyId, byte[] bytes) {
        return new Token(link, suite, keyId, bytes);
    }

    /**
     * Returns the claims.
     *
     * @return the claims, not yet verified
     */
    public SurveyLink link() {
        return link;
    }

    /**
     * Returns the suite.
     *
     * @return the suite that the token claims
     */
    public SignatureSuite suite() {
        return suite;
    }

    /**
     * Returns the id of the key.
     *
     * @return 0 to 255
     */
    public int keyId() {
        return keyId;
    }

    /**
     * Returns the whole token.
     *
     * @return a copy of its 23 to 88 bytes
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * Returns what the tag covers together with the issuer.
     *
     * @return a copy of the bytes before the tag
     */
    public byte[] body() {
        return Arrays.copyOf(bytes, bytes.length - suite.tagBytes());
    }

    /**
     * Returns the tag.
     *
     * @return a copy of the bytes of the tag
     */
    public byte[] tag() {
        return Arrays.copyOfRange(bytes, bytes.length - suite.tagBytes(), bytes.length);
    }

    /**
     * Returns the canonical text.
     *
     * @return Crockford Base32 without padding, 37 to 141 characters
     */
    public String text() {
        return CrockfordBase32.encode(bytes);
    }

    /**
     * Returns the code for people who cannot scan (mã nhập tay).
     *
     * @return {@link #text()} in groups of five joined by hyphens
     */
    public String typedCode() {
        return CrockfordBase32.grouped(text());
    }

    /**
     * Returns a short word that stands on the poster and again on the page after scanning, so that people notice when
     * another code was stuck over it (từ kiểm tra).
     *
     * <p>Three syllables of a consonant and a vowel, 18 bits of the SHA-256 of the whole token. The word is no secret
     * and proves nothing by itself: it is meant for human eyes.
     *
     * @return six capital letters without tone marks
     */
    public String checkWord() {
        byte[] hash = checkWordHash();
        StringBuilder word = new StringBuilder(6);
        for (int i = 0; i < 3; i++) {
            int six = hash[i] & 63;
            word.append(CONSONANTS.charAt(six >> 2)).append(VOWELS.charAt(six & 3));
        }
        return word.toString();
    }

    private byte[] checkWordHash() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(CHECK_WORD_DOMAIN);
            return sha256.digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Token that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /**
     * Returns the claims and the key id, without the tag: a printed one-time code must not leak into a log.
     *
     * @return a description for humans
     */
    @Override
    public String toString() {
        return "Token[keyId=" + keyId + ", suite=" + suite + ", link=" + link + "]";
    }
}
