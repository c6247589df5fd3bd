package vn.sipas.io.csv;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.survey.ScaleLevel;

/** Finds the position of a level from the bytes of its code, without making a string in the usual case. */
final class LevelCodes {

    /** The code is not on the scale. */
    static final int NONE = -128;

    /** Added to a position that was only found after the code had been tidied. */
    static final int TIDIED = 64;

    private final byte[] single = new byte[256];
    private final Map<String, Integer> positions = new HashMap<>();
    private final byte[][] longer;
    private final byte[] longerPositions;

    LevelCodes(RatingScale scale) {
        Arrays.fill(single, (byte) NONE);
        for (MissingCode missing : MissingCode.values()) {
            if (missing != MissingCode.BLANK) {
                positions.put(missing.token(), positionOf(missing));
            }
        }
        List<ScaleLevel> levels = scale.levels();
        for (int i = 0; i < levels.size(); i++) {
            positions.put(Normalizer.normalize(levels.get(i).code(), Normalizer.Form.NFC), i);
        }
        List<Map.Entry<String, Integer>> entries = List.copyOf(positions.entrySet());
        byte[][] codes = new byte[entries.size()][];
        byte[] codePositions = new byte[entries.size()];
        int count = 0;
        for (Map.Entry<String, Integer> entry : entries) {
            byte[] code = entry.getKey().getBytes(StandardCharsets.UTF_8);
            if (code.length == 1) {
                single[code[0] & 0xff] = entry.getValue().byteValue();
            } else {
                codes[count] = code;
                codePositions[count++] = entry.getValue().byteValue();
            }
        }
        longer = Arrays.copyOf(codes, count);
        longerPositions = Arrays.copyOf(codePositions, count);
    }

    private static int positionOf(MissingCode missing) {
        return switch (missing) {
            case BLANK -> RatingBatch.BLANK;
            case NOT_ASKED -> RatingBatch.NOT_ASKED;
            case DONT_KNOW -> RatingBatch.DONT_KNOW;
            case REFUSED -> RatingBatch.REFUSED;
        };
    }

    /** Returns the position of the level whose code is this one character, or {@link #NONE}. */
    int findSingle(byte code) {
        return single[code & 0xff];
    }

    /**
     * Returns the position of the level, a missing code of {@link RatingBatch}, either of them plus {@link #TIDIED}, or
     * {@link #NONE}.
     */
    int find(byte[] bytes, int start, int end) {
        int length = end - start;
        if (length == 1) {
            int position = single[bytes[start] & 0xff];
            if (position != NONE) {
                return position;
            }
        } else if (length == 0) {
            return RatingBatch.BLANK;
        } else {
            for (int i = 0; i < longer.length; i++) {
                if (Arrays.equals(longer[i], 0, longer[i].length, bytes, start, end)) {
                    return longerPositions[i];
                }
            }
        }
        return findTidied(bytes, start, end);
    }

    /** Accepts spaces around a code, a decomposed letter, and "4.0" for "4" as tables of numbers write it. */
    private int findTidied(byte[] bytes, int start, int end) {
        if (end - start > 256) {
            return NONE;
        }
        String text = Normalizer.normalize(
                new String(bytes, start, end - start, StandardCharsets.UTF_8).strip(), Normalizer.Form.NFC);
        if (text.isEmpty()) {
            return RatingBatch.BLANK;
        }
        Integer position = positions.get(text);
        if (position == null) {
            int point = text.indexOf('.');
            boolean whole = point > 0
                    && point + 1 < text.length()
                    && text.chars().skip(point + 1).allMatch(c -> c == '0');
            position = whole ? positions.get(text.substring(0, point)) : null;
        }
        return position == null ? NONE : position + TIDIED;
    }
}
