package vn.sipas.io.xml;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Thrown where a document cannot be read on. Caught by the reader that knows which part of which file it was. */
public final class XmlDefectException extends Exception {

    private static final long serialVersionUID = 1L;

    private final XmlDefect defect;
    private final long line;
    private final int column;

    XmlDefectException(XmlDefect defect, long line, int column, @Nullable Throwable cause) {
        super(defect + " at line " + line + ", column " + column, cause);
        this.defect = Objects.requireNonNull(defect, "defect");
        this.line = line;
        this.column = column;
    }

    /**
     * Returns why.
     *
     * @return the defect
     */
    public XmlDefect defect() {
        return defect;
    }

    /**
     * Returns the line near which reading ended.
     *
     * @return the line, counted from 1
     */
    public long line() {
        return line;
    }

    /**
     * Returns the character near which reading ended.
     *
     * @return the column, counted from 1
     */
    public int column() {
        return column;
    }
}
