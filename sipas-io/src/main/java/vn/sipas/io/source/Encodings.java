package vn.sipas.io.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import vn.sipas.core.Checked;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;

/** Tells the encoding of a text from its first bytes: by a byte order mark, because it is valid UTF-8, or because Vietnamese tone marks stand as windows-1258 writes them. */
final class Encodings {

    /**
     * A decision with its reason.
     *
     * @param charset the encoding
     * @param markBytes the length of the byte order mark, 0 if there is none
     * @param reason why
     */
    record Decided(Charset charset, int markBytes, LocalizedText reason) {}

    private static final Charset WINDOWS_1258 = Charset.forName("windows-1258");
    /** Grave, hook above, tilde, acute and dot below, each a character of its own in windows-1258. */
    private static final String TONES = "\u00cc\u00d2\u00de\u00ec\u00f2";
    /** The letters that carry tone marks in windows-1258: with a, â, ă, e, ê, i, o, ô, ơ, u, ư, y, small and capital. */
    private static final String VOWELS =
            "aeiouyAEIOUY\u00e2\u00e3\u00ea\u00f4\u00f5\u00fd\u00c2\u00c3\u00ca\u00d4\u00d5\u00dd";

    private static final int LEAST_TONES = 5;

    private Encodings() {}

    static Checked<Decided> decide(byte[] head, boolean cut, Optional<Charset> declared, String source) {
        if (declared.isPresent()) {
            Charset charset = declared.get();
            return Checked.of(new Decided(
                    charset,
                    markLength(head, charset),
                    LocalizedText.of(
                            "Bảng mã " + charset.name() + " do người dùng khai báo",
                            "Encoding " + charset.name() + " as declared")));
        }
        if (starts(head, 0xef, 0xbb, 0xbf)) {
            return marked(StandardCharsets.UTF_8, 3);
        }
        boolean wide = starts(head, 0xff, 0xfe, 0, 0) || starts(head, 0, 0, 0xfe, 0xff);
        if (!wide && starts(head, 0xff, 0xfe)) {
            return marked(StandardCharsets.UTF_16LE, 2);
        }
        if (!wide && starts(head, 0xfe, 0xff)) {
            return marked(StandardCharsets.UTF_16BE, 2);
        }
        boolean utf8 = !wide && !manyNuls(head) && isUtf8(head, cut);
        if (!utf8 && !wide && !manyNuls(head) && isVietnamese(head)) {
            return Checked.of(new Decided(
                    WINDOWS_1258,
                    0,
                    LocalizedText.of(
                            "Không phải UTF-8; dấu thanh tiếng Việt đứng sau nguyên âm như windows-1258 ghi",
                            "Not UTF-8; Vietnamese tone marks stand behind vowels, as windows-1258 writes them")));
        }
        if (!utf8) {
            return Checked.refused(Problem.of(SourceProblem.UNKNOWN_ENCODING, Place.in(source)));
        }
        boolean ascii = true;
        for (byte value : head) {
            ascii &= value >= 0;
        }
        return Checked.of(new Decided(
                StandardCharsets.UTF_8,
                0,
                ascii
                        ? LocalizedText.of("Chỉ có ký tự ASCII, đọc như UTF-8", "ASCII characters only, read as UTF-8")
                        : LocalizedText.of("Các byte đầu là UTF-8 hợp lệ", "The first bytes are valid UTF-8")));
    }

    /** Decodes the start of a text; a character cut in half at its end is dropped, malformed bytes are replaced. */
    static String decode(byte[] head, Decided encoding) {
        CharsetDecoder decoder = encoding.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        ByteBuffer bytes = ByteBuffer.wrap(head, encoding.markBytes(), head.length - encoding.markBytes());
        CharBuffer text = CharBuffer.allocate((int) (head.length * (double) decoder.maxCharsPerByte()) + 16);
        decoder.decode(bytes, text, false);
        return text.flip().toString();
    }

    private static Checked<Decided> marked(Charset charset, int length) {
        return Checked.of(new Decided(
                charset,
                length,
                LocalizedText.of(
                        "Dấu thứ tự byte (BOM) của " + charset.name(), "Byte order mark of " + charset.name())));
    }

    private static int markLength(byte[] head, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8) && starts(head, 0xef, 0xbb, 0xbf)) {
            return 3;
        }
        boolean little = starts(head, 0xff, 0xfe);
        boolean big = starts(head, 0xfe, 0xff);
        return (charset.equals(StandardCharsets.UTF_16LE) && little)
                        || (charset.equals(StandardCharsets.UTF_16BE) && big)
                ? 2
                : 0;
    }

    /**
     * Whether the bytes of tone marks stand behind vowels throughout, and often. In windows-1252 they are the letters Ì, Ò, Þ
     * and ñ's neighbours ì and ò; in TCVN3 and VNI they are vowels of their own, which stand behind consonants.
     */
    private static boolean isVietnamese(byte[] head) {
        int tones = 0;
        int behindVowels = 0;
        int high = 0;
        for (int i = 1; i < head.length; i++) {
            int value = head[i] & 0xff;
            high += value >= 0x80 ? 1 : 0;
            if (TONES.indexOf(value) >= 0) {
                tones++;
                behindVowels += VOWELS.indexOf(head[i - 1] & 0xff) >= 0 ? 1 : 0;
            }
        }
        return tones >= LEAST_TONES && behindVowels >= 0.98 * tones && tones >= 0.15 * high;
    }

    private static boolean starts(byte[] head, int... mark) {
        if (head.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((head[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean manyNuls(byte[] head) {
        int nuls = 0;
        for (byte value : head) {
            nuls += value == 0 ? 1 : 0;
        }
        return nuls > head.length / 5;
    }

    private static boolean isUtf8(byte[] head, boolean cut) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(head.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(head), text, !cut);
        try {
            if (result.isError()) {
                result.throwException();
            }
            return true;
        } catch (CharacterCodingException malformed) {
            // One stray byte among thousands is damage, which the reader reports row by row; many are another encoding.
            return malformedShare(head) < 0.001 && head.length > 4096;
        }
    }

    private static double malformedShare(byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8);
        long replaced = text.chars().filter(c -> c == '\ufffd').count();
        long high = 0;
        for (byte value : head) {
            high += value < 0 ? 1 : 0;
        }
        return high == 0 ? 0.0 : (double) replaced / high;
    }
}
