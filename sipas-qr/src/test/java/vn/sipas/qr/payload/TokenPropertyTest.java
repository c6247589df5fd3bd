package vn.sipas.qr.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import vn.sipas.core.Checked;

class TokenPropertyTest {

    @Property
    void readingUndoesWriting(@ForAll("tokens") Token token) {
        assertEquals(token, TokenLayout.read(token.bytes()).orThrow());
        assertEquals(token, ScannedText.read(token.text()).orThrow());
        assertEquals(
                token,
                ScannedText.read(token.typedCode().toLowerCase(Locale.ROOT)).orThrow());
        LinkBase base = LinkBase.of("https://ks.bacninh.gov.vn/q");
        assertEquals(token, ScannedText.read(base.url(token)).orThrow());
        assertEquals(token.link(), TokenLayout.read(token.bytes()).orThrow().link());
    }

    @Property
    void anyBytesAreReadOrRefusedAndWhatIsReadHasOneForm(@ForAll @Size(max = 100) byte[] bytes) {
        Checked<Token> read = TokenLayout.read(bytes);
        if (read.value().isPresent()) {
            assertEquals(CrockfordBase32.encode(bytes), read.value().get().text());
        } else {
            assertEquals(1, read.problems().size());
        }
    }

    @Property
    void anyTextIsReadOrRefused(@ForAll String text) {
        Checked<Token> read = ScannedText.read(text);
        assertEquals(read.value().isEmpty(), read.problems().size() == 1);
    }

    @Property
    void base32HasOneTextPerByteString(@ForAll @Size(max = 100) byte[] bytes) {
        String text = CrockfordBase32.encode(bytes);
        assertTrue(java.util.Arrays.equals(bytes, CrockfordBase32.decode(text).orElseThrow()));
        for (int i = 0; i < text.length(); i++) {
            String other = text.substring(0, i) + (text.charAt(i) == '7' ? '8' : '7') + text.substring(i + 1);
            CrockfordBase32.decode(other).ifPresent(decoded -> assertEquals(other, CrockfordBase32.encode(decoded)));
        }
    }

    @Provide
    static Arbitrary<Token> tokens() {
        Arbitrary<SignatureSuite> suites = Arbitraries.of(SignatureSuite.class);
        return Combinators.combine(
                        links(),
                        suites,
                        Arbitraries.integers().between(0, 255),
                        Arbitraries.bytes().list().ofSize(64))
                .as((link, suite, keyId, random) -> {
                    byte[] tag = new byte[suite.tagBytes()];
                    for (int i = 0; i < tag.length; i++) {
                        tag[i] = random.get(i);
                    }
                    return Token.of(link, suite, keyId, tag);
                });
    }

    static Arbitrary<SurveyLink> links() {
        Arbitrary<Integer> days = Arbitraries.integers().between(0, (1 << 14) - 1);
        Arbitrary<SurveyLink> plain = Combinators.combine(
                        Arbitraries.of(LinkKind.class),
                        Arbitraries.integers().between(1, UnitNumber.MAX_VALUE),
                        Arbitraries.of(Channel.class),
                        Arbitraries.integers().between(0, 255),
                        Arbitraries.integers().between(0, 65_535),
                        days,
                        Arbitraries.of(ValidityClass.class),
                        Arbitraries.longs().between(0, SurveyLink.MAX_40_BITS))
                .as((kind, unit, channel, point, campaign, day, validity, number) -> new SurveyLink(
                        kind,
                        UnitNumber.of(unit),
                        channel,
                        point,
                        campaign,
                        SurveyLink.FIRST_ISSUE_DAY.plusDays(day),
                        validity,
                        (int) (number & 3),
                        kind == LinkKind.RECEIPT ? OptionalLong.of(number) : OptionalLong.empty(),
                        kind == LinkKind.ROTATING_SCREEN
                                ? OptionalLong.of(number & SurveyLink.MAX_EPOCH)
                                : OptionalLong.empty(),
                        number % 3 == 0
                                ? OptionalInt.of((int) (number % (SurveyLink.MAX_PROCEDURE + 1)))
                                : OptionalInt.empty(),
                        kind == LinkKind.RECEIPT && number % 2 == 0
                                ? OptionalLong.of(number ^ 0x55_5555_5555L)
                                : OptionalLong.empty()));
        return plain;
    }
}
