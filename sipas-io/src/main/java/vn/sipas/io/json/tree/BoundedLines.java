package vn.sipas.io.json.tree;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a stream as bytes, none of them held beyond a limit. Lines end in LF; a CR before it is dropped. */
public final class BoundedLines {

    private final InputStream input;
    private final byte[] chunk = new byte[1 << 16];
    private int position;
    private int filled;
    private final int limit;
    private byte[] line = new byte[1024];
    private int length;
    private boolean tooLong;
    private long number;

    /**
     * Makes a reader of lines.
     *
     * @param input the stream, which the caller closes
     * @param limit the greatest number of bytes of a line that are held, at least 1
     */
    public BoundedLines(InputStream input, int limit) {
        this.input = input;
        this.limit = limit;
    }

    /**
     * Goes to the next line.
     *
     * @return whether there is one
     * @throws IOException if the stream cannot be read
     */
    public boolean next() throws IOException {
        length = 0;
        tooLong = false;
        boolean started = false;
        while (true) {
            if (position == filled) {
                filled = Math.max(0, input.read(chunk));
                position = 0;
                if (filled == 0) {
                    break;
                }
            }
            started = true;
            int from = position;
            while (position < filled && chunk[position] != '\n') {
                position++;
            }
            keep(from, position);
            if (position < filled) {
                position++;
                break;
            }
        }
        if (started) {
            number++;
            if (length > 0 && line[length - 1] == '\r') {
                length--;
            }
        }
        return started;
    }

    private void keep(int from, int end) {
        int more = end - from;
        if (tooLong || more > limit - length) {
            tooLong = true;
            length = 0;
            return;
        }
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.min(limit, Math.max(2 * line.length, length + more)));
        }
        System.arraycopy(chunk, from, line, length, more);
        length += more;
    }

    /**
     * Returns the bytes of the line.
     *
     * @return an array that holds the line from 0 to {@link #length()}; used again for the next line
     */
    public byte[] bytes() {
        return line;
    }

    /**
     * Returns the length of the line without its end.
     *
     * @return the number of bytes; 0 if it is too long
     */
    public int length() {
        return length;
    }

    /**
     * Tells whether the line is longer than the limit.
     *
     * @return whether its bytes were dropped
     */
    public boolean isTooLong() {
        return tooLong;
    }

    /**
     * Returns the number of the line.
     *
     * @return the number, counted from 1
     */
    public long number() {
        return number;
    }
}
