package vn.sipas.io.xml;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Pulls elements and texts out of a document from outside. Names are local names: prefixes are dropped. Comments and
 * processing instructions are passed over. Not safe for use by several threads.
 */
public final class BoundedXml implements AutoCloseable {

    /** What was found. */
    public enum Event {
        /** An element begins. */
        START,
        /** A piece of text; one text may come in several pieces. */
        TEXT,
        /** An element ends. */
        END,
        /** The document ended as it should. */
        DONE
    }

    private static final int LATELY = 64;

    private final Budget stream;
    private final XMLStreamReader reader;
    private final XmlLimits limits;
    private final Set<String> names = new HashSet<>();
    private final @Nullable String[] lately = new String[LATELY];
    private int depth;
    private boolean ended;

    private BoundedXml(Budget stream, XMLStreamReader reader, XmlLimits limits) {
        this.stream = stream;
        this.reader = reader;
        this.limits = limits;
    }

    /**
     * Opens a document.
     *
     * @param input the document, closed together with this reader
     * @param limits what it may cost
     * @return the reader, before the first element
     * @throws IOException if the stream cannot be read
     * @throws XmlDefectException if the document is refused already
     */
    public static BoundedXml open(InputStream input, XmlLimits limits) throws IOException, XmlDefectException {
        return open(input, limits, XmlParsers.preferred());
    }

    static BoundedXml open(InputStream input, XmlLimits limits, XmlParsers parser)
            throws IOException, XmlDefectException {
        Budget stream = new Budget(Objects.requireNonNull(input, "input"), limits.tokenBytes());
        try {
            return new BoundedXml(stream, parser.factory().createXMLStreamReader(stream), limits);
        } catch (XMLStreamException | RuntimeException fault) {
            XmlDefectException defect = defect(stream, null, fault);
            stream.close();
            throw defect;
        }
    }

    /**
     * Goes on to the next element or text.
     *
     * @return what was found
     * @throws IOException if the stream cannot be read
     * @throws XmlDefectException if the document cannot be read on
     */
    public Event next() throws IOException, XmlDefectException {
        try {
            while (!ended) {
                stream.refill();
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        started();
                        return Event.START;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        return Event.END;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        return Event.TEXT;
                    }
                    case XMLStreamConstants.END_DOCUMENT -> ended = true;
                    case XMLStreamConstants.DTD -> throw refused(XmlDefect.DOCUMENT_TYPE);
                    case XMLStreamConstants.ENTITY_REFERENCE -> throw refused(XmlDefect.MALFORMED);
                    default -> {}
                }
            }
            return Event.DONE;
        } catch (XMLStreamException | RuntimeException fault) {
            // Parsers answer some hostile bytes with exceptions of their own making; all mean "cannot be read on".
            throw defect(stream, reader, fault);
        }
    }

    /**
     * Returns the local name of the element that began or ended last.
     *
     * @return the name without prefix
     */
    public String name() {
        return reader.getLocalName();
    }

    /**
     * Returns how many elements are open, the one that began last included and the one that ended last not.
     *
     * @return at least 0
     */
    public int depth() {
        return depth;
    }

    /**
     * Returns how many attributes the element that began last has.
     *
     * @return at least 0
     */
    public int attributes() {
        return reader.getAttributeCount();
    }

    /**
     * Returns the name of an attribute.
     *
     * @param index its index, counted from 0
     * @return the local name
     */
    public String attributeName(int index) {
        return reader.getAttributeLocalName(index);
    }

    /**
     * Returns the value of an attribute.
     *
     * @param index its index, counted from 0
     * @return the value
     */
    public String attributeValue(int index) {
        return reader.getAttributeValue(index);
    }

    /**
     * Finds an attribute of the element that began last.
     *
     * @param name the local name
     * @return the value, null if there is no such attribute
     */
    public @Nullable String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /**
     * Appends the piece of text that was found last, as far as it fits.
     *
     * @param target receives the text
     * @param most the greatest length that the target may reach
     * @return whether all of it fitted
     * @throws IOException if the stream cannot be read
     * @throws XmlDefectException if the document cannot be read on
     */
    public boolean appendText(StringBuilder target, int most) throws IOException, XmlDefectException {
        try {
            stream.refill();
            int length = reader.getTextLength();
            int fitting = Math.min(length, Math.max(0, most - target.length()));
            target.append(reader.getTextCharacters(), reader.getTextStart(), fitting);
            return fitting == length;
        } catch (RuntimeException fault) {
            // The parser completes a text when it is asked for it, and cannot declare what goes wrong then.
            throw defect(stream, reader, fault);
        }
    }

    /**
     * Reads all text up to the end of the element that began last, that of the elements in it included.
     *
     * @param most the greatest length; the rest is left out
     * @return the text
     * @throws IOException if the stream cannot be read
     * @throws XmlDefectException if the document cannot be read on
     */
    public String textToEnd(int most) throws IOException, XmlDefectException {
        StringBuilder text = new StringBuilder();
        int around = depth;
        for (Event event = next(); depth >= around && event != Event.DONE; event = next()) {
            if (event == Event.TEXT) {
                appendText(text, most);
            }
        }
        return text.toString();
    }

    /**
     * Goes on to the end of the element that began last.
     *
     * @throws IOException if the stream cannot be read
     * @throws XmlDefectException if the document cannot be read on
     */
    public void skipToEnd() throws IOException, XmlDefectException {
        int around = depth;
        Event event = next();
        while (depth >= around && event != Event.DONE) {
            event = next();
        }
    }

    /**
     * Makes the refusal of a document for a reason that only its reader knows.
     *
     * @param defect the reason
     * @return the exception, with the place reached
     */
    public XmlDefectException refused(XmlDefect defect) {
        return exception(defect, reader, null);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    private void started() throws XmlDefectException {
        depth++;
        if (depth > limits.nesting()) {
            throw refused(XmlDefect.TOO_DEEP);
        }
        learn(reader.getLocalName());
        learn(reader.getPrefix());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            learn(reader.getAttributeLocalName(i));
            learn(reader.getAttributePrefix(i));
        }
    }

    /** Parsers give out the same object for a name that comes again, which spares most names the set. */
    @SuppressWarnings("ReferenceEquality")
    private void learn(@Nullable String name) throws XmlDefectException {
        if (name == null || name.isEmpty()) {
            return;
        }
        int slot = (name.charAt(0) + name.length()) & (LATELY - 1);
        if (lately[slot] == name) {
            return;
        }
        lately[slot] = name;
        if (names.add(name) && names.size() > XmlLimits.NAMES) {
            throw refused(XmlDefect.TOO_MANY_NAMES);
        }
    }

    private static XmlDefectException defect(Budget stream, @Nullable XMLStreamReader reader, Exception fault)
            throws IOException {
        if (stream.exhausted) {
            return exception(XmlDefect.TOKEN_TOO_LONG, reader, fault);
        }
        if (stream.failure != null) {
            throw stream.failure;
        }
        return exception(XmlDefect.MALFORMED, reader, fault);
    }

    private static XmlDefectException exception(
            XmlDefect defect, @Nullable XMLStreamReader reader, @Nullable Throwable cause) {
        int line = reader == null ? 1 : reader.getLocation().getLineNumber();
        int column = reader == null ? 1 : reader.getLocation().getColumnNumber();
        return new XmlDefectException(defect, Math.max(1, line), Math.max(1, column), cause);
    }

    /** Lets a parser read so many bytes before the next event, and remembers what ended the reading. */
    private static final class Budget extends FilterInputStream {

        private final int limit;
        private long left;
        private boolean exhausted;
        private @Nullable IOException failure;

        Budget(InputStream input, int limit) {
            super(input);
            this.limit = limit;
            this.left = limit;
        }

        void refill() {
            left = limit;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            if (left <= 0) {
                exhausted = true;
                throw new IOException("more than " + limit + " bytes for one part of the document");
            }
            try {
                int count = in.read(target, from, length);
                left -= Math.max(0, count);
                return count;
            } catch (IOException problem) {
                failure = problem;
                throw problem;
            }
        }
    }
}
