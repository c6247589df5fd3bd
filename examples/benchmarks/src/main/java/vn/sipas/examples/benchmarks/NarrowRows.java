package vn.sipas.examples.benchmarks;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A delimited file of any number of rows that is made while it is read, so that it needs no disk. */
final class NarrowRows extends InputStream {

    private static final byte[] HEADER = "unit,q1,q2,q3\n".getBytes(StandardCharsets.US_ASCII);
    private static final int ROW_BYTES = 12;

    private final long rows;
    private long row = -1;
    private byte[] line = HEADER;
    private final byte[] body = "00000,1,2,3\n".getBytes(StandardCharsets.US_ASCII);
    private int position;

    NarrowRows(long rows) {
        this.rows = rows;
    }

    long size() {
        return HEADER.length + rows * ROW_BYTES;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) {
        Objects.checkFromIndexSize(from, length, into.length);
        int written = 0;
        while (written < length) {
            if (position == line.length && !next()) {
                break;
            }
            int more = Math.min(length - written, line.length - position);
            System.arraycopy(line, position, into, from + written, more);
            position += more;
            written += more;
        }
        return written == 0 && length > 0 ? -1 : written;
    }

    private boolean next() {
        if (row + 1 >= rows) {
            return false;
        }
        row++;
        // 3,321 communes; every answer comes to every unit
        int unit = (int) (row % 3321);
        for (int i = 4; i >= 0; i--) {
            body[i] = (byte) ('0' + unit % 10);
            unit /= 10;
        }
        long answers = (row * 2_654_435_761L) >>> 7;
        body[6] = (byte) ('1' + (int) Math.floorMod(answers, 5L));
        body[8] = (byte) ('1' + (int) Math.floorMod(answers >>> 8, 5L));
        body[10] = (byte) ('1' + (int) Math.floorMod(answers >>> 16, 5L));
        line = body;
        position = 0;
        return true;
    }
}
