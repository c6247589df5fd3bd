package vn.sipas.qr.payload;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Crockford's Base32: digits and capitals without I, L, O and U, five bits a character, no padding.
 *
 * <p>Every byte string has exactly one canonical text, and {@link #decode} accepts nothing else: unused trailing bits
 * must be zero and the number of characters must be one that whole bytes can make (1, 3 or 6 characters more than a
 * multiple of eight never are). {@link #canonical} turns what people type and what scanner apps do to case into that
 * form first.
 */
public final class CrockfordBase32 {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final byte[] VALUE = new byte[128];

    static {
        Arrays.fill(VALUE, (byte) -1);
        for (int i = 0; i < ALPHABET.length(); i++) {
            VALUE[ALPHABET.charAt(i)] = (byte) i;
        }
    }

    private CrockfordBase32() {}

    /**
     * Writes bytes as text.
     *
     * @param bytes the bytes, most significant bit first
     * @return ⌈8n / 5⌉ characters
     */
    public static String encode(byte[] bytes) {
        byte[] text = new byte[textLength(bytes.length)];
        int buffer = 0;
        int bits = 0;
        int position = 0;
        for (byte value : bytes) {
            buffer = (buffer << 8) | (value & 0xFF);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text[position++] = (byte) ALPHABET.charAt((buffer >> bits) & 31);
            }
            buffer &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text[position] = (byte) ALPHABET.charAt((buffer << (5 - bits)) & 31);
        }
        return new String(text, StandardCharsets.US_ASCII);
    }

    /**
     * Reads canonical text.
     *
     * @param text the text
     * @return the bytes; empty if the text is not exactly what {@link #encode} writes
     */
    public static Optional<byte[]> decode(String text) {
        int length = text.length() * 5 / 8;
        if (textLength(length) != text.length()) {
            return Optional.empty();
        }
        byte[] bytes = new byte[length];
        int buffer = 0;
        int bits = 0;
        int position = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            int value = character < 128 ? VALUE[character] : -1;
            if (value < 0) {
                return Optional.empty();
            }
            buffer = buffer << 5 | value;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[position++] = (byte) (buffer >> bits);
                buffer &= (1 << bits) - 1;
            }
        }
        return buffer == 0 ? Optional.of(bytes) : Optional.empty();
    }

    /**
     * Returns what a person or an app meant: capitals, I and L as 1, O as 0, without hyphens and spaces. Characters
     * that mean nothing stay as they are, for {@link #decode} to refuse.
     *
     * @param text the text as typed or scanned
     * @return the text in canonical form if it is a code at all
     */
    public static String canonical(String text) {
        int plain = 0;
        while (plain < text.length() && isPlain(text.charAt(plain))) {
            plain++;
        }
        return plain == text.length() ? text : canonical(text, plain);
    }

    private static boolean isPlain(char character) {
        return character < 128 && VALUE[character] >= 0;
    }

    private static String canonical(String text, int plain) {
        StringBuilder canonical = new StringBuilder(text.length()).append(text, 0, plain);
        for (int i = plain; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character >= 'a' && character <= 'z') {
                character = (char) (character - 'a' + 'A');
            }
            switch (character) {
                case '-', ' ' -> {}
                case 'I', 'L' -> canonical.append('1');
                case 'O' -> canonical.append('0');
                default -> canonical.append(character);
            }
        }
        return canonical.toString();
    }

    /**
     * Returns text in groups of five joined by hyphens, for reading aloud and typing.
     *
     * @param text canonical text
     * @return the grouped text, which {@link #canonical} undoes
     */
    public static String grouped(String text) {
        StringBuilder grouped = new StringBuilder(text.length() * 6 / 5 + 1);
        for (int i = 0; i < text.length(); i++) {
            if (i > 0 && i % 5 == 0) {
                grouped.append('-');
            }
            grouped.append(text.charAt(i));
        }
        return grouped.toString();
    }

    static int textLength(int bytes) {
        return (bytes * 8 + 4) / 5;
    }
}
