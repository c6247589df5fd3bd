package vn.sipas.qr.issue;

import java.util.Iterator;
import java.util.Objects;
import java.util.stream.IntStream;
import vn.sipas.qr.payload.LinkBase;
import vn.sipas.qr.payload.SurveyLink;
import vn.sipas.qr.payload.Token;
import vn.sipas.qr.signing.Signer;
import vn.sipas.qr.symbol.SymbolEncoder;

/** Makes single codes. Immutable, safe for use by many threads; the same claims always give the same code. */
public final class LinkIssuer {

    private static final int SALTS = 4;

    private final Signer signer;
    private final LinkBase base;
    private final SymbolEncoder encoder;

    private LinkIssuer(Signer signer, LinkBase base, SymbolEncoder encoder) {
        this.signer = Objects.requireNonNull(signer, "signer");
        this.base = Objects.requireNonNull(base, "base");
        this.encoder = Objects.requireNonNull(encoder, "encoder");
    }

    /**
     * Makes an issuer of codes.
     *
     * @param signer who signs
     * @param base where the tokens live
     * @param encoder how symbols are made
     * @return the issuer of codes
     */
    public static LinkIssuer of(Signer signer, LinkBase base, SymbolEncoder encoder) {
        return new LinkIssuer(signer, base, encoder);
    }

    /**
     * Signs claims and draws the symbol.
     *
     * @param link the claims; their salt is chosen here
     * @return the code with the first salt that gives a scan-safe symbol, else the one with the fewest look-alikes
     * @throws IllegalArgumentException if the signer may not sign these claims
     */
    public IssuedCode issue(SurveyLink link) {
        Iterable<Token> candidates = () -> salted(link);
        SymbolEncoder.Encoded<Token> encoded = encoder.encodeSafest(candidates, base::url);
        return new IssuedCode(encoded.candidate(), encoded.symbol().text(), encoded.symbol());
    }

    private Iterator<Token> salted(SurveyLink link) {
        return IntStream.range(0, SALTS)
                .mapToObj(salt -> signer.sign(link.withSalt(salt)))
                .iterator();
    }

    /**
     * Returns where the tokens live.
     *
     * @return the base
     */
    public LinkBase base() {
        return base;
    }

    /**
     * Returns who signs.
     *
     * @return the signer
     */
    public Signer signer() {
        return signer;
    }
}
