package vn.sipas.qr.poster;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.LocalizedText;
import vn.sipas.qr.payload.LinkBase;
import vn.sipas.qr.payload.LinkKind;
import vn.sipas.qr.payload.Token;
import vn.sipas.qr.symbol.QrSymbol;

/**
 * What a slip or a label says that a citizen gets with a result (phiếu khảo sát).
 *
 * @param unitName the office, in both languages
 * @param campaign the campaign or the question, in both languages
 * @param address where the page lives, without scheme, such as {@code ks.bacninh.gov.vn/q}
 * @param checkWord the word that the page repeats after scanning
 * @param typedCode the code for people who cannot scan
 * @param reference unit number, campaign and key id; nothing that says whose slip it is
 * @param lastDay the last day on which it may be used, if it is known
 * @param training whether it must be marked as not counted
 * @param symbol the symbol
 */
public record SlipContent(
        LocalizedText unitName,
        LocalizedText campaign,
        String address,
        String checkWord,
        String typedCode,
        String reference,
        Optional<LocalDate> lastDay,
        boolean training,
        QrSymbol symbol) {

    public SlipContent {
        Objects.requireNonNull(unitName, "unitName");
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(checkWord, "checkWord");
        Objects.requireNonNull(typedCode, "typedCode");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(lastDay, "lastDay");
        Objects.requireNonNull(symbol, "symbol");
    }

    /**
     * Makes the content of a slip from its token; the last day is the one that the token itself says.
     *
     * @param unitName the office, in both languages
     * @param campaign the campaign or the question, in both languages
     * @param base where the tokens live
     * @param token the token
     * @param symbol the symbol of the token's address
     * @return the content
     * @throws IllegalArgumentException if the symbol does not say the address of the token
     */
    public static SlipContent of(
            LocalizedText unitName, LocalizedText campaign, LinkBase base, Token token, QrSymbol symbol) {
        PosterContent.requireSame(base, token, symbol);
        return new SlipContent(
                unitName,
                campaign,
                base.printed(),
                token.checkWord(),
                token.typedCode(),
                PosterContent.reference(token),
                token.link().validity().lastDay(token.link().issueDay()),
                token.link().kind() == LinkKind.TRAINING,
                symbol);
    }

    /**
     * Returns this content with another last day, such as the end of the campaign.
     *
     * @param day the last day on which the slip may be used
     * @return the content
     */
    public SlipContent withLastDay(LocalDate day) {
        return new SlipContent(
                unitName, campaign, address, checkWord, typedCode, reference, Optional.of(day), training, symbol);
    }
}
