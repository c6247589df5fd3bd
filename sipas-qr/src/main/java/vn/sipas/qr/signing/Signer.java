package vn.sipas.qr.signing;

import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import vn.sipas.qr.payload.SurveyLink;
import vn.sipas.qr.payload.Token;
import vn.sipas.qr.payload.TokenLayout;
import vn.sipas.qr.payload.UnitNumber;

/** Makes tokens with one key. Safe for use by many threads. The same claims always give the same token. */
public final class Signer {

    private final IssuerId issuer;
    private final RingKey key;
    private final ConcurrentMap<UnitNumber, TagMaker> tagMakers = new ConcurrentHashMap<>();

    private Signer(IssuerId issuer, RingKey key) {
        this.issuer = Objects.requireNonNull(issuer, "issuer");
        this.key = key;
    }

    /**
     * Makes a signer.
     *
     * @param issuer who issues the codes
     * @param key the key, such as {@link KeyRing#signingKey} finds it
     * @return the signer
     * @throws IllegalArgumentException if the key is revoked or cannot sign
     */
    public static Signer of(IssuerId issuer, RingKey key) {
        if (key.revoked() || !key.canSign()) {
            throw new IllegalArgumentException("key must be able to sign and not revoked, was " + key);
        }
        return new Signer(issuer, key);
    }

    /**
     * Signs claims.
     *
     * @param link the claims
     * @return the token
     * @throws IllegalArgumentException if the key may not sign for the unit or for the issue day
     */
    public Token sign(SurveyLink link) {
        if (!key.serves(issuer, link.unit())) {
            throw new IllegalArgumentException("link must be of the unit and issuer of " + key + ", unit was "
                    + link.unit() + ", issuer " + issuer);
        }
        if (!key.signing().contains(link.issueDay())) {
            throw new IllegalArgumentException(
                    "issueDay must be in " + key.signing() + " for key " + key.id() + ", was " + link.issueDay());
        }
        byte[] body = TokenLayout.body(link, key.suite(), key.id());
        TagMaker tags = tagMakers.computeIfAbsent(link.unit(), unit -> TagMaker.of(issuer, key, unit));
        return Token.of(link, key.suite(), key.id(), tags.tag(body));
    }

    /**
     * Returns the issuer.
     *
     * @return who issues the codes
     */
    public IssuerId issuer() {
        return issuer;
    }

    /**
     * Returns the key.
     *
     * @return the key that signs
     */
    public RingKey key() {
        return key;
    }

    /**
     * Returns issuer and key id.
     *
     * @return a description for humans, without secrets
     */
    @Override
    public String toString() {
        return "Signer[issuer=" + issuer + ", key=" + key + "]";
    }
}
