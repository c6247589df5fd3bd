package vn.sipas.io.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule with both parsers. */
class BoundedXmlTest {

    private static final XmlLimits LIMITS = new XmlLimits(1 << 20, 32);

    @Test
    void aaltoIsPreferredWhereItIsPresent() {
        assertEquals(XmlParsers.AALTO, XmlParsers.preferred());
    }

    @ParameterizedTest
    @EnumSource(XmlParsers.class)
    void readsElementsTextsAndAttributesByLocalName(XmlParsers parser) throws Exception {
        String text =
                "<?xml version='1.0'?><x:a xmlns:x='u' x:id='7'>một<b><![CDATA[<hai>]]></b>&amp;&#233;<!-- --></x:a>";
        try (BoundedXml xml = BoundedXml.open(stream(text), LIMITS, parser)) {
            assertEquals(BoundedXml.Event.START, xml.next());
            assertEquals("a", xml.name());
            assertEquals("7", xml.attribute("id"));
            assertEquals("một<hai>&é", xml.textToEnd(100));
            assertEquals(BoundedXml.Event.DONE, xml.next());
        }
    }

    @ParameterizedTest
    @EnumSource(XmlParsers.class)
    void refusesDocumentTypesAndNeverOpensWhatTheyName(XmlParsers parser, @TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        String uri = secret.toUri().toString();
        assertEquals(
                XmlDefect.DOCUMENT_TYPE,
                defect(stream("<!DOCTYPE a [<!ENTITY e SYSTEM '" + uri + "'>]><a>&e;</a>"), parser));
        assertEquals(XmlDefect.DOCUMENT_TYPE, defect(stream("<!DOCTYPE a SYSTEM '" + uri + "'><a/>"), parser));
        StringBuilder laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 'ha'>");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY e" + i + " '&e" + (i - 1) + ";&e" + (i - 1) + ";'>");
        }
        assertEquals(XmlDefect.DOCUMENT_TYPE, defect(stream(laughs + "]><a>&e29;</a>"), parser));
    }

    @ParameterizedTest
    @EnumSource(XmlParsers.class)
    void refusesUndeclaredEntitiesAndWhatIsCutOff(XmlParsers parser) throws Exception {
        assertEquals(XmlDefect.MALFORMED, defect(stream("<a>&e;</a>"), parser));
        assertEquals(XmlDefect.MALFORMED, defect(stream("<a><b></a>"), parser));
        assertEquals(XmlDefect.MALFORMED, defect(stream("<a><b>"), parser));
        assertEquals(XmlDefect.MALFORMED, defect(stream(""), parser));
        assertEquals(XmlDefect.MALFORMED, defect(stream("not xml"), parser));
    }

    @ParameterizedTest
    @EnumSource(XmlParsers.class)
    void boundsEveryPieceThatAParserWouldHold(XmlParsers parser) throws Exception {
        long endless = 16 << 20;
        // The parser of the JDK hands a long text over in pieces, so that only its missing end is wrong.
        assertEquals(
                parser == XmlParsers.JDK ? XmlDefect.MALFORMED : XmlDefect.TOKEN_TOO_LONG,
                defect(new Endless("<a>", "x", endless), parser));
        assertEquals(XmlDefect.TOKEN_TOO_LONG, defect(new Endless("<a><![CDATA[", "<", endless), parser));
        assertEquals(XmlDefect.TOKEN_TOO_LONG, defect(new Endless("<a><!--", "<", endless), parser));
        assertEquals(XmlDefect.TOKEN_TOO_LONG, defect(new Endless("<a><?p ", "<", endless), parser));
        assertEquals(XmlDefect.TOKEN_TOO_LONG, defect(new Endless("<a b='", "x", endless), parser));
        // The parser of the JDK has a limit of its own on the length of names.
        assertEquals(
                parser == XmlParsers.JDK ? XmlDefect.MALFORMED : XmlDefect.TOKEN_TOO_LONG,
                defect(new Endless("<a", "b", endless), parser));
        assertEquals(XmlDefect.TOO_DEEP, defect(new Endless("<a>", "<b>", endless), parser));
    }

    @ParameterizedTest
    @EnumSource(XmlParsers.class)
    void boundsTheNumberOfNames(XmlParsers parser) throws Exception {
        StringBuilder names = new StringBuilder("<a>");
        for (int i = 0; i <= XmlLimits.NAMES; i++) {
            names.append("<n").append(i).append("/>");
        }
        assertEquals(XmlDefect.TOO_MANY_NAMES, defect(stream(names + "</a>"), parser));
    }

    @ParameterizedTest
    @EnumSource(XmlParsers.class)
    void passesOnThatTheInputCannotBeRead(XmlParsers parser) {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk");
            }

            @Override
            public int read(byte[] target, int from, int length) throws IOException {
                throw new IOException("disk");
            }
        };
        IOException passedOn = assertThrows(IOException.class, () -> {
            try (BoundedXml xml = BoundedXml.open(broken, LIMITS, parser)) {
                xml.next();
            }
        });
        assertEquals("disk", passedOn.getMessage());
    }

    private static XmlDefect defect(InputStream input, XmlParsers parser) throws Exception {
        XmlDefectException defect = assertThrows(XmlDefectException.class, () -> {
            try (BoundedXml xml = BoundedXml.open(input, LIMITS, parser)) {
                StringBuilder text = new StringBuilder();
                for (BoundedXml.Event event = xml.next(); event != BoundedXml.Event.DONE; event = xml.next()) {
                    if (event == BoundedXml.Event.TEXT) {
                        xml.appendText(text, 1000);
                    }
                }
            }
        });
        return defect.defect();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A start and then the same bytes again and again. */
    private static final class Endless extends InputStream {

        private final byte[] start;
        private final byte[] unit;
        private final long most;
        private long at;

        Endless(String start, String unit, long most) {
            this.start = start.getBytes(StandardCharsets.UTF_8);
            this.unit = unit.getBytes(StandardCharsets.UTF_8);
            this.most = most;
        }

        @Override
        public int read() {
            if (at >= most) {
                return -1;
            }
            long position = at++;
            return position < start.length
                    ? start[(int) position]
                    : unit[(int) ((position - start.length) % unit.length)];
        }

        @Override
        public int read(byte[] target, int from, int length) {
            if (at >= most) {
                return -1;
            }
            byte[] bytes = new byte[Math.min(length, 4096)];
            int count = 0;
            while (count < bytes.length && at < most) {
                bytes[count++] = (byte) read();
            }
            System.arraycopy(Arrays.copyOf(bytes, count), 0, target, from, count);
            return count;
        }
    }
}
