package vn.sipas.io.progress;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Counts the bytes that pass. Closing it flushes the other stream and leaves it open. Not safe for use by several threads. */
public final class CountedOutput extends FilterOutputStream {

    private long count;

    /**
     * Wraps a stream.
     *
     * @param output the stream
     */
    public CountedOutput(OutputStream output) {
        super(output);
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
    public void write(int one) throws IOException {
        out.write(one);
        count++;
    }

    @Override
    public void write(byte[] content, int from, int length) throws IOException {
        out.write(content, from, length);
        count += length;
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
