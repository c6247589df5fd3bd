package vn.sipas.examples.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Passes UTF-8 bytes on to a writer, which stays open. */
final class WriterStream extends OutputStream {

    private final PrintWriter writer;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(8192);
    private final CharBuffer chars = CharBuffer.allocate(8192);

    WriterStream(PrintWriter writer) {
        this.writer = writer;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] source, int from, int length) throws IOException {
        int written = 0;
        while (written < length) {
            int part = Math.min(length - written, bytes.remaining());
            bytes.put(source, from + written, part);
            written += part;
            decode(false);
        }
    }

    @Override
    public void flush() {
        writer.flush();
    }

    @Override
    public void close() throws IOException {
        decode(true);
        flush();
    }

    private void decode(boolean end) throws IOException {
        bytes.flip();
        CoderResult result = decoder.decode(bytes, chars, end);
        if (result.isError()) {
            result.throwException();
        }
        bytes.compact();
        chars.flip();
        writer.append(chars);
        chars.clear();
    }
}
