package vn.sipas.qr.symbol;

import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;
import io.nayuki.qrcodegen.QrSegmentAdvanced;
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

    private final ErrorCorrection level;
    private final MaskChoice maskChoice;
    private final int minVersion;
    private final int maxVersion;

    private SymbolEncoder(ErrorCorrection level, MaskChoice maskChoice, int minVersion, int maxVersion) {
        this.level = Objects.requireNonNull(level, "level");
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
        return new SymbolEncoder(level, MaskChoice.SCAN_SAFE, 1, 40);
    }

    /**
     * Returns an encoder with another choice of mask.
     *
     * @param choice how the mask is chosen
     * @return the encoder
     */
    public SymbolEncoder withMaskChoice(MaskChoice choice) {
        return new SymbolEncoder(level, choice, minVersion, maxVersion);
    }

    /**
     * Returns an encoder of one version, so that all symbols of a batch have the same size.
     *
     * @param version 1 to 40
     * @return the encoder
     */
    public SymbolEncoder withVersion(int version) {
        return new SymbolEncoder(level, maskChoice, version, version);
    }

    /**
     * Returns an encoder that takes the smallest version in an interval.
     *
     * @param smallest 1 to 40
     * @param largest {@code smallest} to 40
     * @return the encoder
     */
    public SymbolEncoder withVersions(int smallest, int largest) {
        return new SymbolEncoder(level, maskChoice, smallest, largest);
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
            return maskChoice == MaskChoice.LOWEST_PENALTY
                    ? symbol(text, encode(segments, -1))
                    : safest(text, segments);
        } catch (DataTooLongException tooLong) {
            throw new TextTooLongException(text.length(), level, maxVersion, tooLong);
        }
    }

    /**
     * Encodes the first of several candidates that gives a scan-safe symbol, such as the same claims signed with four
     * salts. If every one has a look-alike that today's scanners fall for, as happens to one in some hundred symbols of
     * version 9 and more, the capitals of the text are cut into two segments at one place after another, which changes
     * every module and not the text, and takes the next version where the few bits more do not fit.
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
        if (maskChoice == MaskChoice.LOWEST_PENALTY || best.symbol().lookAlikeScore() < FinderLookAlikes.AGREEING) {
            return best;
        }
        return new Encoded<>(best.candidate(), cutSafest(best.symbol()));
    }

    private QrSymbol cutSafest(QrSymbol uncut) {
        String text = uncut.text();
        List<QrSegment> segments =
                QrSegmentAdvanced.makeSegmentsOptimally(text, level.level(), uncut.version(), uncut.version());
        int start = 0;
        int index = 0;
        for (int i = 0, at = 0; i < segments.size(); at += segments.get(i).numChars, i++) {
            if (segments.get(i).mode == QrSegment.Mode.ALPHANUMERIC
                    && segments.get(i).numChars > segments.get(index).numChars) {
                index = i;
                start = at;
            }
        }
        int end = start + segments.get(index).numChars;
        boolean plain = text.chars().allMatch(character -> character < 128);
        if (!plain || segments.get(index).mode != QrSegment.Mode.ALPHANUMERIC) {
            return uncut;
        }
        QrSymbol best = uncut;
        for (int version = uncut.version(); version <= Math.min(uncut.version() + 1, maxVersion); version++) {
            for (int cut = start + 1; cut < end && !best.scanSafe(); cut++) {
                List<QrSegment> cutSegments = new ArrayList<>(segments.subList(0, index));
                cutSegments.add(QrSegment.makeAlphanumeric(text.substring(start, cut)));
                cutSegments.add(QrSegment.makeAlphanumeric(text.substring(cut, end)));
                cutSegments.addAll(segments.subList(index + 1, segments.size()));
                try {
                    QrSymbol symbol = withVersion(version).safest(text, cutSegments);
                    best = symbol.lookAlikeScore() < best.lookAlikeScore() ? symbol : best;
                } catch (DataTooLongException nextVersion) {
                    break;
                }
            }
            if (best.lookAlikeScore() < FinderLookAlikes.AGREEING) {
                return best;
            }
        }
        return best;
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
        QrCode best = encode(segments, 0);
        int version = best.version;
        int lowest = FinderLookAlikes.score(modules(best), best.size, Integer.MAX_VALUE);
        for (int mask = 1; mask < MASKS && lowest > 0; mask++) {
            QrCode code = QrCode.encodeSegments(segments, level.level(), version, version, mask, false);
            int score = FinderLookAlikes.score(modules(code), code.size, lowest);
            if (score < lowest) {
                best = code;
                lowest = score;
            }
        }
        return symbol(text, best);
    }

    private QrCode encode(List<QrSegment> segments, int mask) {
        return QrCode.encodeSegments(segments, level.level(), minVersion, maxVersion, mask, false);
    }

    private QrSymbol symbol(String text, QrCode code) {
        BitSet modules = modules(code);
        int score = FinderLookAlikes.score(modules, code.size, Integer.MAX_VALUE);
        return new QrSymbol(text, code.version, level, code.mask, score, modules);
    }

    private static BitSet modules(QrCode code) {
        BitSet modules = new BitSet(code.size * code.size);
        for (int row = 0; row < code.size; row++) {
            for (int column = 0; column < code.size; column++) {
                if (code.getModule(column, row)) {
                    modules.set(row * code.size + column);
                }
            }
        }
        return modules;
    }
}
