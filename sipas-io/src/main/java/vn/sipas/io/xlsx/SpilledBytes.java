package vn.sipas.io.xlsx;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are appended and read again, the first mebibytes in memory and the rest in a private temporary file. Reading
 * what was appended near what was read last is quick.
 */
final class SpilledBytes implements AutoCloseable {

    private static final int IN_MEMORY = 16 << 20;
    private static final int WINDOW = 1 << 20;

    private byte[] head = new byte[1 << 16];
    private int headLength;
    private long length;
    private @Nullable Path path;
    private @Nullable FileChannel file;
    private final ByteBuffer pending = ByteBuffer.allocate(WINDOW);
    private long written;
    private byte[] window = new byte[0];
    private long windowFrom;

    long length() {
        return length;
    }

    void append(byte[] bytes) throws IOException {
        if (file == null && headLength + bytes.length <= IN_MEMORY) {
            if (headLength + bytes.length > head.length) {
                head = Arrays.copyOf(head, Math.max(headLength + bytes.length, Math.min(IN_MEMORY, head.length * 2)));
            }
            System.arraycopy(bytes, 0, head, headLength, bytes.length);
            headLength += bytes.length;
        } else {
            spill(bytes);
        }
        length += bytes.length;
    }

    byte[] read(long from, int count) throws IOException {
        if (from + count <= headLength) {
            return Arrays.copyOfRange(head, (int) from, (int) from + count);
        }
        long inFile = from - headLength;
        if (inFile < windowFrom || inFile + count > windowFrom + window.length) {
            readWindow(inFile, count);
        }
        int start = (int) (inFile - windowFrom);
        return Arrays.copyOfRange(window, start, start + count);
    }

    @Override
    public void close() throws IOException {
        FileChannel open = file;
        Path made = path;
        file = null;
        path = null;
        if (open != null) {
            open.close();
        }
        if (made != null) {
            Files.deleteIfExists(made);
        }
    }

    private void spill(byte[] bytes) throws IOException {
        int from = 0;
        while (from < bytes.length) {
            int count = Math.min(pending.remaining(), bytes.length - from);
            pending.put(bytes, from, count);
            from += count;
            if (!pending.hasRemaining()) {
                flush();
            }
        }
        if (file == null) {
            open();
        }
    }

    private FileChannel open() throws IOException {
        FileChannel open = file;
        if (open == null) {
            Path made = Files.createTempFile("sipas-", ".text");
            path = made;
            open = FileChannel.open(made, StandardOpenOption.READ, StandardOpenOption.WRITE);
            file = open;
        }
        return open;
    }

    private void flush() throws IOException {
        FileChannel to = open();
        pending.flip();
        while (pending.hasRemaining()) {
            written += to.write(pending, written);
        }
        pending.clear();
    }

    private void readWindow(long from, int count) throws IOException {
        if (from + count > written) {
            flush();
        }
        FileChannel source = open();
        byte[] bytes = new byte[(int) Math.min(Math.max(count, WINDOW), written - from)];
        if (bytes.length < count) {
            throw new EOFException("only " + bytes.length + " of " + count + " bytes were appended");
        }
        ByteBuffer target = ByteBuffer.wrap(bytes);
        long at = from;
        while (target.hasRemaining()) {
            int got = source.read(target, at);
            if (got < 0) {
                throw new EOFException("the temporary file was cut off");
            }
            at += got;
        }
        window = bytes;
        windowFrom = from;
    }
}
