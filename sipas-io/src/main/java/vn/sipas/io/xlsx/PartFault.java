package vn.sipas.io.xlsx;

import java.io.EOFException;
import java.io.IOException;
import java.util.zip.ZipException;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.io.xml.XmlDefectException;

/** Says as a problem why a part could not be read on. */
final class PartFault {

    private PartFault() {}

    static Problem of(XmlDefectException fault, String part, Place place) {
        XlsxProblem kind =
                switch (fault.defect()) {
                    case MALFORMED -> XlsxProblem.MALFORMED_XML;
                    case DOCUMENT_TYPE -> XlsxProblem.DOCUMENT_TYPE;
                    case TOO_DEEP, TOKEN_TOO_LONG, TOO_MANY_NAMES -> XlsxProblem.XML_LIMIT;
                };
        return Problem.of(kind, place, "part", part, "line", fault.line(), "column", fault.column());
    }

    /**
     * Tells damage of the data from a disk that cannot be read.
     *
     * @throws IOException the fault itself, if it is not about the data
     */
    static Problem of(IOException fault, String part, Place place) throws IOException {
        if (fault instanceof InflationException inflation) {
            return Problem.of(XlsxProblem.INFLATES_TOO_FAR, place, "part", part, "limit", inflation.limit());
        }
        if (fault instanceof ZipException || fault instanceof EOFException) {
            return Problem.of(XlsxProblem.BROKEN_PART, place, "part", part);
        }
        throw fault;
    }
}
