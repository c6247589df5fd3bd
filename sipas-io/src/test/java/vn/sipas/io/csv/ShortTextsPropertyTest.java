package vn.sipas.io.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** Fields that come from memory against the same fields read anew. */
class ShortTextsPropertyTest {

    @Property(tries = 500)
    void remembersNothingWrongly(
            @ForAll @Size(min = 1, max = 60) List<@StringLength(max = 20) String> fields,
            @ForAll @ByteRange(min = -128, max = 127) byte stray) {
        ShortTexts texts = new ShortTexts();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int[] starts = new int[fields.size() + 2];
        for (int i = 0; i < fields.size(); i++) {
            starts[i] = all.size();
            all.writeBytes(fields.get(i).getBytes(StandardCharsets.UTF_8));
        }
        starts[fields.size()] = all.size();
        all.write(stray);
        starts[fields.size() + 1] = all.size();
        byte[] bytes = all.toByteArray();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i <= fields.size(); i++) {
                assertEquals(
                        LocalLabels.text(bytes, starts[i], starts[i + 1], false),
                        texts.text(bytes, starts[i], starts[i + 1], false));
            }
        }
    }

    @Example
    void shortFieldsThatComeAgainAreTheSameTextAndTheirNeighboursAreNot() {
        byte[] bytes = "2026-10-05,2026-10-06,2026-10-05,ab\0,ab,                ".getBytes(StandardCharsets.US_ASCII);
        ShortTexts texts = new ShortTexts();
        String day = texts.text(bytes, 0, 10, false);
        assertEquals("2026-10-05", day);
        assertEquals("2026-10-06", texts.text(bytes, 11, 21, false));
        assertSame(day, texts.text(bytes, 22, 32, false));
        assertEquals("ab\0", texts.text(bytes, 33, 36, false));
        assertEquals("ab", texts.text(bytes, 37, 39, false));
        assertEquals("ab\0", texts.text(bytes, 33, 36, false));
    }
}
