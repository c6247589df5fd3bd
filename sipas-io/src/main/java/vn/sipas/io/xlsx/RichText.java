package vn.sipas.io.xlsx;

import java.io.IOException;
import vn.sipas.io.xml.BoundedXml;
import vn.sipas.io.xml.XmlDefectException;

/** The text of an item with formatted runs, without the pronunciation aids that East Asian texts carry. */
final class RichText {

    private RichText() {}

    /**
     * Reads to the end of the element that began last.
     *
     * @param target receives the text
     * @param most the greatest length that the target may reach
     * @return whether all of it fitted
     */
    static boolean read(BoundedXml xml, StringBuilder target, int most) throws IOException, XmlDefectException {
        int around = xml.depth();
        boolean whole = true;
        boolean inText = false;
        for (BoundedXml.Event event = xml.next();
                xml.depth() >= around && event != BoundedXml.Event.DONE;
                event = xml.next()) {
            if (event == BoundedXml.Event.TEXT) {
                whole &= !inText || xml.appendText(target, most);
            } else if (event == BoundedXml.Event.START && xml.name().equals("rPh")) {
                xml.skipToEnd();
            } else {
                inText = event == BoundedXml.Event.START && xml.name().equals("t");
            }
        }
        return whole;
    }
}
