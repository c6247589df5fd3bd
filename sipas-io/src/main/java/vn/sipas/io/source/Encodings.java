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

/** Tells the encoding of a text from its first bytes: by a byte order mark, or because it is valid UTF-8; no other way. */
final class Encodings {

    /**
     * A decision with its reason.
     *
     * @param charset the encoding
     * @param markBytes the length of the byte order mark, 0 if there is none
     * @param reason why
     */
    record Decided(Charset charset, int markBytes, LocalizedText reason) {}

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
        if (wide || manyNuls(head) || !isUtf8(head, cut)) {
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
