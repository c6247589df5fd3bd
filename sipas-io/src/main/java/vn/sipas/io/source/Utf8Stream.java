package vn.sipas.io.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Turns a text in another encoding into UTF-8 on the way. Bytes that the encoding does not have come out as a byte that is
 * not UTF-8 either, so that the reader behind finds and reports the very field.
 */
final class Utf8Stream extends InputStream {

    private static final byte MALFORMED = (byte) 0xff;

    private final InputStream input;
    private final CharsetDecoder decoder;
    private final CharsetEncoder encoder = StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final ByteBuffer raw = ByteBuffer.allocate(1 << 15).flip();
    private final CharBuffer text = CharBuffer.allocate(1 << 15);
    private final ByteBuffer encoded = ByteBuffer.allocate(1 << 17).flip();
    private boolean ended;

    Utf8Stream(InputStream input, Charset charset) {
        this.input = input;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read() throws IOException {
        return fill() ? encoded.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int part = Math.min(length, encoded.remaining());
        encoded.get(target, from, part);
        return part;
    }

    private boolean fill() throws IOException {
        while (!encoded.hasRemaining()) {
            if (ended && !raw.hasRemaining()) {
                return false;
            }
            if (!ended) {
                raw.compact();
                int count = input.read(raw.array(), raw.position(), raw.remaining());
                if (count < 0) {
                    ended = true;
                } else {
                    raw.position(raw.position() + count);
                }
                raw.flip();
            }
            encoded.clear();
            CoderResult result = decoder.decode(raw, text, ended);
            text.flip();
            encoder.encode(text, encoded, false);
            text.compact();
            if (result.isError()) {
                raw.position(raw.position() + result.length());
                encoded.put(MALFORMED);
            } else if (ended && result.isUnderflow()) {
                raw.position(raw.limit());
            }
            encoded.flip();
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
