package vn.sipas.io.simulate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Collects bytes and passes them on in large pieces. */
final class ByteBlock {

    private final OutputStream output;
    private final byte[] bytes = new byte[1 << 16];
    private int size;

    ByteBlock(OutputStream output) {
        this.output = output;
    }

    void put(String text) throws IOException {
        put(text.getBytes(StandardCharsets.UTF_8));
    }

    void put(byte[] more) throws IOException {
        if (more.length > bytes.length - size) {
            drain();
            if (more.length > bytes.length) {
                output.write(more);
                return;
            }
        }
        for (byte next : more) {
            bytes[size++] = next;
        }
    }

    void put(long number) throws IOException {
        if (bytes.length - size < 20) {
            drain();
        }
        int digits = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            digits++;
        }
        long rest = number;
        for (int i = size + digits - 1; i >= size; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += digits;
    }

    void flush() throws IOException {
        drain();
        output.flush();
    }

    private void drain() throws IOException {
        output.write(bytes, 0, size);
        size = 0;
    }
}
