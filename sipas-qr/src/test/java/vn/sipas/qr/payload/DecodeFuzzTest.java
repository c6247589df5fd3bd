package vn.sipas.qr.payload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import vn.sipas.core.Checked;

/**
 * Coverage-guided fuzzing of everything that reads a code before any key is asked. The default build replays the kept
 * inputs; {@code JAZZER_FUZZ=1 mvn -pl sipas-qr -am test -Dtest='DecodeFuzzTest#scannedText'
 * -Dsurefire.failIfNoSpecifiedTests=false} searches for new ones, one method at a time.
 */
class DecodeFuzzTest {

    /** Bytes are a token of exactly this form, or one problem. */
    @FuzzTest(maxDuration = "5m")
    void tokenBytes(byte[] bytes) {
        Checked<Token> read = TokenLayout.read(bytes);
        assertEquals(read.value().isPresent() ? 0 : 1, read.problems().size());
        if (read.value().isPresent()) {
            Token token = read.value().get();
            assertArrayEquals(bytes, token.bytes());
            assertEquals(token, Token.of(token.link(), token.suite(), token.keyId(), token.tag()));
            assertEquals(token, ScannedText.read(token.typedCode()).orThrow());
            assertEquals(6, token.checkWord().length());
        }
    }

    /** A text is a token, which has one canonical text and comes back from its address, or one problem. */
    @FuzzTest(maxDuration = "5m")
    void scannedText(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Checked<Token> read = ScannedText.read(text);
        assertEquals(read.value().isPresent() ? 0 : 1, read.problems().size());
        if (read.value().isPresent()) {
            Token token = read.value().get();
            LinkBase base = LinkBase.of("https://ks.example.gov.vn/q");
            assertEquals(token, ScannedText.read(base.url(token)).orThrow());
            assertEquals(Optional.of(token.text()), base.rest(base.url(token)));
        }
    }

    /** Text of the alphabet decodes to the bytes that encode to it, or to nothing. */
    @FuzzTest(maxDuration = "5m")
    void base32(byte[] bytes) {
        String text = CrockfordBase32.encode(bytes);
        assertArrayEquals(bytes, CrockfordBase32.decode(text).orElseThrow());
        String other = new String(bytes, StandardCharsets.ISO_8859_1);
        CrockfordBase32.decode(other).ifPresent(decoded -> assertEquals(other, CrockfordBase32.encode(decoded)));
        String canonical = CrockfordBase32.canonical(other);
        assertEquals(canonical, CrockfordBase32.canonical(canonical));
        assertEquals(canonical, CrockfordBase32.canonical(CrockfordBase32.grouped(canonical)));
    }

    /** Addresses of installations come from configuration: a base or an IllegalArgumentException that says why. */
    @FuzzTest(maxDuration = "5m")
    void linkBase(byte[] bytes) {
        LinkBase base;
        try {
            base = LinkBase.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException said) {
            return;
        }
        assertEquals(base, LinkBase.of(base.toString()));
        assertEquals(Optional.of("X"), base.rest(base + "X"));
    }
}
