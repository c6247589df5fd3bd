package vn.sipas.io.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.io.xml.BoundedXml;
import vn.sipas.io.xml.XmlDefectException;
import vn.sipas.io.xml.XmlLimits;

/**
 * The texts that cells share. They are read as far as cells ask for them and held as bytes, which beyond some mebibytes go
 * to a temporary file; texts asked for lately are held as strings.
 */
final class SharedStrings implements AutoCloseable {

    /** Marks a text that is longer than a cell may be. */
    static final String TOO_LONG = new String("too long");

    /** The most texts a workbook may share, twelve times those of the largest sheet with one text in each row. */
    private static final int MOST = 1 << 23;

    private static final int REMEMBERED = 1 << 13;

    private final @Nullable BoundedXml xml;
    private final String part;
    private final Place place;
    private final int longest;
    private final SpilledBytes bytes = new SpilledBytes();
    private final BitSet tooLong = new BitSet();
    private final StringBuilder text = new StringBuilder();
    private final @Nullable String[] lately = new String[REMEMBERED];
    private final int[] latelyIndex = new int[REMEMBERED];
    private long[] ends = new long[1024];
    private int count;
    private boolean ended;
    private @Nullable Problem fault;

    private SharedStrings(@Nullable BoundedXml xml, String part, Place place, int longest) {
        this.xml = xml;
        this.part = part;
        this.place = place;
        this.longest = longest;
        this.ended = xml == null;
        Arrays.fill(latelyIndex, -1);
    }

    static SharedStrings none(Place place) {
        return new SharedStrings(null, "", place, 0);
    }

    static SharedStrings open(InputStream content, String part, Place place, XmlLimits limits, int longest)
            throws IOException {
        try {
            return new SharedStrings(BoundedXml.open(content, limits), part, place, longest);
        } catch (XmlDefectException defect) {
            SharedStrings broken = none(place);
            broken.fault = PartFault.of(defect, part, place);
            return broken;
        }
    }

    /**
     * Finds a text.
     *
     * @return the text, {@link #TOO_LONG} itself for one that is too long, null if there is none with that index
     */
    @Nullable
    String at(int index) throws IOException {
        if (index < 0) {
            return null;
        }
        int slot = index & (REMEMBERED - 1);
        if (latelyIndex[slot] == index) {
            return lately[slot];
        }
        while (index >= count && !ended) {
            readNext();
        }
        if (index >= count) {
            return null;
        }
        if (tooLong.get(index)) {
            return TOO_LONG;
        }
        long from = index == 0 ? 0 : ends[index - 1];
        String found = new String(bytes.read(from, (int) (ends[index] - from)), StandardCharsets.UTF_8);
        remember(index, found);
        return found;
    }

    /** Returns why the texts could not be read to their end, once. */
    Optional<Problem> takeFault() {
        Problem found = fault;
        fault = null;
        return Optional.ofNullable(found);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
        if (xml != null) {
            xml.close();
        }
    }

    private void readNext() throws IOException {
        BoundedXml from = xml;
        if (from == null) {
            return;
        }
        try {
            BoundedXml.Event event = from.next();
            while (event != BoundedXml.Event.DONE) {
                if (event == BoundedXml.Event.START && from.name().equals("si")) {
                    readItem(from);
                    return;
                }
                event = from.next();
            }
            ended = true;
        } catch (XmlDefectException defect) {
            ended = true;
            fault = PartFault.of(defect, part, place);
        } catch (IOException damage) {
            ended = true;
            fault = PartFault.of(damage, part, place);
        }
    }

    private void readItem(BoundedXml from) throws IOException, XmlDefectException {
        if (count == MOST) {
            throw from.refused(vn.sipas.io.xml.XmlDefect.TOKEN_TOO_LONG);
        }
        text.setLength(0);
        boolean whole = RichText.read(from, text, longest);
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count * 2);
        }
        String plain = CellText.unescaped(text.toString());
        byte[] encoded = plain.getBytes(StandardCharsets.UTF_8);
        if (whole && encoded.length <= longest) {
            bytes.append(encoded);
            remember(count, plain);
        } else {
            tooLong.set(count);
        }
        ends[count++] = bytes.length();
    }

    private void remember(int index, String found) {
        if (found.length() <= 1024) {
            int slot = index & (REMEMBERED - 1);
            lately[slot] = found;
            latelyIndex[slot] = index;
        }
    }
}
