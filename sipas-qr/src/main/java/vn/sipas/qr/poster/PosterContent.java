package vn.sipas.qr.poster;

import java.time.LocalDate;
import java.util.Objects;
import vn.sipas.core.LocalizedText;
import vn.sipas.qr.payload.LinkBase;
import vn.sipas.qr.payload.LinkKind;
import vn.sipas.qr.payload.Token;
import vn.sipas.qr.symbol.QrSymbol;

/**
 * What a poster says.
 *
 * @param unitName the office, in both languages
 * @param campaign the campaign or the question, in both languages
 * @param address where the page lives, without scheme, such as {@code ks.bacninh.gov.vn/q}; people compare it and type it
 * @param checkWord the word that the page repeats after scanning
 * @param typedCode the code for people who cannot scan
 * @param reference unit number and key id, for the people who hang and check posters
 * @param issueDay the day of issue
 * @param training whether it must be marked as not counted
 * @param symbol the symbol
 */
public record PosterContent(
        LocalizedText unitName,
        LocalizedText campaign,
        String address,
        String checkWord,
        String typedCode,
        String reference,
        LocalDate issueDay,
        boolean training,
        QrSymbol symbol) {

    public PosterContent {
        Objects.requireNonNull(unitName, "unitName");
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(checkWord, "checkWord");
        Objects.requireNonNull(typedCode, "typedCode");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(issueDay, "issueDay");
        Objects.requireNonNull(symbol, "symbol");
    }

    /**
     * Makes the content of a poster from its token.
     *
     * @param unitName the office, in both languages
     * @param campaign the campaign or the question, in both languages
     * @param base where the tokens live
     * @param token the token
     * @param symbol the symbol of the token's address
     * @return the content
     * @throws IllegalArgumentException if the symbol does not say the address of the token
     */
    public static PosterContent of(
            LocalizedText unitName, LocalizedText campaign, LinkBase base, Token token, QrSymbol symbol) {
        requireSame(base, token, symbol);
        return new PosterContent(
                unitName,
                campaign,
                base.printed(),
                token.checkWord(),
                token.typedCode(),
                reference(token),
                token.link().issueDay(),
                token.link().kind() == LinkKind.TRAINING,
                symbol);
    }

    static void requireSame(LinkBase base, Token token, QrSymbol symbol) {
        if (!symbol.text().equals(base.url(token))) {
            throw new IllegalArgumentException("symbol must say the address of token");
        }
    }

    static String reference(Token token) {
        return token.link().unit() + " · " + token.link().campaign() + " · K" + token.keyId();
    }
}
