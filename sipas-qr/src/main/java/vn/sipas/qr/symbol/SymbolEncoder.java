package vn.sipas.qr.symbol;

import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;
import io.nayuki.qrcodegen.QrSegmentAdvanced;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Makes symbols from text. Immutable, safe for use by many threads; the same text always gives the same symbol.
 *
 * <p>The text is split into numeric, alphanumeric and byte segments where that saves bits: an address in lower case with
 * a token in capitals is one version smaller than in a single mode.
 */
public final class SymbolEncoder {

    private static final int MASKS = 8;

    /** After so many cuts a symbol suffices that today's scanners read; larger ones have none that is quite free. */
    private static final int MANY_CUTS = 48;

    /** Up to this version a larger symbol without any look-alike is better than one with a harmless one. */
    private static final int SMALL = 14;

    /** The largest version that a token needs: an address of 200 characters, an Ed25519 tag, level H. */
    private static final int LARGEST_CUT = 18;

    private final ErrorCorrection level;
    private final MaskChoice maskChoice;
    private final int minVersion;
    private final int maxVersion;
    private final MaskDifference masks;

    private SymbolEncoder(
            ErrorCorrection level, MaskChoice maskChoice, int minVersion, int maxVersion, MaskDifference masks) {
        this.level = Objects.requireNonNull(level, "level");
        this.masks = masks;
        this.maskChoice = Objects.requireNonNull(maskChoice, "maskChoice");
        if (minVersion < 1 || maxVersion > 40 || minVersion > maxVersion) {
            throw new IllegalArgumentException(
                    "versions must be in [1, 40] and ascending, were " + minVersion + " and " + maxVersion);
        }
        this.minVersion = minVersion;
        this.maxVersion = maxVersion;
    }

    /**
     * Makes an encoder that takes the smallest version and a scan-safe mask.
     *
     * @param level the error correction level, taken as it is even where a higher one would fit
     * @return the encoder
     */
    public static SymbolEncoder of(ErrorCorrection level) {
        return new SymbolEncoder(level, MaskChoice.SCAN_SAFE, 1, 40, new MaskDifference(level));
    }

    /**
     * Returns an encoder with another choice of mask.
     *
     * @param choice how the mask is chosen
     * @return the encoder
     */
    public SymbolEncoder withMaskChoice(MaskChoice choice) {
        return new SymbolEncoder(level, choice, minVersion, maxVersion, masks);
    }

    /**
     * Returns an encoder of one version, so that all symbols of a batch have the same size. Above version 14, which is
     * more than a token behind 66 characters needs, most modules are filling that neither salt nor cuts can change: some
     * look-alikes stay, and scanners with ZXing 3.2 may fail on a few of these symbols.
     *
     * @param version 1 to 40
     * @return the encoder
     */
    public SymbolEncoder withVersion(int version) {
        return new SymbolEncoder(level, maskChoice, version, version, masks);
    }

    /**
     * Returns an encoder that takes the smallest version in an interval.
     *
     * @param smallest 1 to 40
     * @param largest {@code smallest} to 40
     * @return the encoder
     */
    public SymbolEncoder withVersions(int smallest, int largest) {
        return new SymbolEncoder(level, maskChoice, smallest, largest, masks);
    }

    /**
     * Encodes a text.
     *
     * @param text the text, at least one character
     * @return the symbol
     * @throws TextTooLongException if it does not fit
     */
    public QrSymbol encode(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("text must not be empty");
        }
        try {
            List<QrSegment> segments =
                    QrSegmentAdvanced.makeSegmentsOptimally(text, level.level(), minVersion, maxVersion);
            return maskChoice == MaskChoice.LOWEST_PENALTY ? ofLowestPenalty(text, segments) : safest(text, segments);
        } catch (DataTooLongException tooLong) {
            throw new TextTooLongException(text.length(), level, maxVersion, tooLong);
        }
    }

    /**
     * Encodes the first of several candidates that gives a scan-safe symbol, such as the same claims signed with four
     * salts. If every one has a look-alike, as happens to one in some hundred symbols of version 9 and more, the
     * capitals of the text are cut into two segments at one place after another, which changes every module and not the
     * text, and takes the next version where that still does not suffice.
     *
     * @param candidates the candidates in order of preference, at least one; made only as far as needed if lazy
     * @param text the text of a candidate
     * @param <T> the type of the candidates
     * @return the first candidate with a scan-safe symbol, else the one with the fewest look-alikes; with
     *     {@link MaskChoice#LOWEST_PENALTY} always the first
     * @throws TextTooLongException if a candidate does not fit
     */
    public <T> Encoded<T> encodeSafest(Iterable<T> candidates, Function<? super T, String> text) {
        Encoded<T> best = safestOf(candidates, text);
        if (maskChoice == MaskChoice.LOWEST_PENALTY || best.symbol().scanSafe()) {
            return best;
        }
        return new Encoded<>(best.candidate(), cutSafest(best.symbol()));
    }

    private QrSymbol cutSafest(QrSymbol uncut) {
        String text = uncut.text();
        boolean plain = text.chars().allMatch(character -> character < 128);
        if (uncut.version() > LARGEST_CUT || !plain) {
            return uncut;
        }
        List<QrSegment> segments =
                QrSegmentAdvanced.makeSegmentsOptimally(text, level.level(), uncut.version(), uncut.version());
        QrSymbol best = uncut;
        // The capitals first; a look-alike in the modules of the host goes away only if the host itself is cut.
        for (QrSegment.Mode mode : List.of(QrSegment.Mode.ALPHANUMERIC, QrSegment.Mode.BYTE)) {
            for (int version = uncut.version(); version <= Math.min(uncut.version() + 1, maxVersion); version++) {
                best = cutSafest(best, segments, mode, version);
                if (goodEnough(best, uncut.version() <= SMALL ? 0 : MANY_CUTS + 1)) {
                    return best;
                }
            }
        }
        return best;
    }

    /** Cuts the longest segment of a mode at one place after another. */
    private QrSymbol cutSafest(QrSymbol uncut, List<QrSegment> segments, QrSegment.Mode mode, int version) {
        int index = -1;
        int start = 0;
        for (int i = 0, at = 0; i < segments.size(); at += segments.get(i).numChars, i++) {
            if (segments.get(i).mode == mode
                    && (index < 0 || segments.get(i).numChars > segments.get(index).numChars)) {
                index = i;
                start = at;
            }
        }
        QrSymbol best = uncut;
        int end = index < 0 ? 0 : start + segments.get(index).numChars;
        for (int cut = start + 1; cut < end && !goodEnough(best, cut - start); cut++) {
            List<QrSegment> cutSegments = new ArrayList<>(segments.subList(0, index));
            cutSegments.add(segment(mode, uncut.text().substring(start, cut)));
            cutSegments.add(segment(mode, uncut.text().substring(cut, end)));
            cutSegments.addAll(segments.subList(index + 1, segments.size()));
            try {
                QrSymbol symbol = withVersion(version).safest(uncut.text(), cutSegments);
                best = symbol.lookAlikeScore() < best.lookAlikeScore() ? symbol : best;
            } catch (DataTooLongException nextVersion) {
                return best;
            }
        }
        return best;
    }

    private static QrSegment segment(QrSegment.Mode mode, String text) {
        return mode == QrSegment.Mode.ALPHANUMERIC
                ? QrSegment.makeAlphanumeric(text)
                : QrSegment.makeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean goodEnough(QrSymbol symbol, int tried) {
        return symbol.scanSafe() || (tried > MANY_CUTS && symbol.lookAlikeScore() < FinderLookAlikes.AGREEING);
    }

    private <T> Encoded<T> safestOf(Iterable<T> candidates, Function<? super T, String> text) {
        Encoded<T> best = null;
        for (T candidate : candidates) {
            QrSymbol symbol = encode(text.apply(candidate));
            if (best == null || symbol.lookAlikeScore() < best.symbol().lookAlikeScore()) {
                best = new Encoded<>(candidate, symbol);
            }
            if (best.symbol().scanSafe() || maskChoice == MaskChoice.LOWEST_PENALTY) {
                return best;
            }
        }
        if (best == null) {
            throw new IllegalArgumentException("candidates must have at least one element");
        }
        return best;
    }

    /**
     * A candidate and its symbol.
     *
     * @param candidate the candidate that was taken
     * @param symbol its symbol
     * @param <T> the type of the candidate
     */
    public record Encoded<T>(T candidate, QrSymbol symbol) {

        public Encoded {
            Objects.requireNonNull(candidate, "candidate");
            Objects.requireNonNull(symbol, "symbol");
        }
    }

    private QrSymbol safest(String text, List<QrSegment> segments) {
        QrCode code = encode(segments, 0);
        BitSet unmasked = MaskDifference.modules(code);
        BitSet best = unmasked;
        int bestMask = 0;
        int lowest = FinderLookAlikes.score(unmasked, code.size, Integer.MAX_VALUE);
        for (int mask = 1; mask < MASKS && lowest > 0; mask++) {
            BitSet modules = masks.applied(unmasked, code.version, mask);
            int score = FinderLookAlikes.score(modules, code.size, lowest);
            if (score < lowest) {
                best = modules;
                bestMask = mask;
                lowest = score;
            }
        }
        return new QrSymbol(text, code.version, level, bestMask, lowest, best);
    }

    private QrSymbol ofLowestPenalty(String text, List<QrSegment> segments) {
        QrCode code = encode(segments, -1);
        BitSet modules = MaskDifference.modules(code);
        int score = FinderLookAlikes.score(modules, code.size, Integer.MAX_VALUE);
        return new QrSymbol(text, code.version, level, code.mask, score, modules);
    }

    private QrCode encode(List<QrSegment> segments, int mask) {
        return QrCode.encodeSegments(segments, level.level(), minVersion, maxVersion, mask, false);
    }
}
