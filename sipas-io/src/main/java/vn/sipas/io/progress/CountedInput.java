package vn.sipas.io.progress;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that pass. Not safe for use by several threads. */
public final class CountedInput extends FilterInputStream {

    private long count;

    /**
     * Wraps a stream.
     *
     * @param input the stream, which closing closes
     */
    public CountedInput(InputStream input) {
        super(input);
    }

    /**
     * Returns how many bytes have passed.
     *
     * @return at least 0
     */
    public long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int one = in.read();
        count += one < 0 ? 0 : 1;
        return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = in.read(into, from, length);
        count += Math.max(0, read);
        return read;
    }
}
