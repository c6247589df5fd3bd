package vn.sipas.qr.issue;

import vn.sipas.qr.poster.PaperSize;
import vn.sipas.qr.poster.PosterContent;

/**
 * Draws posters for batches in the format {@link CodeFormat#PDF}, such as {@code vn.sipas.qr.print.PosterPdf} does with
 * libraries that a host may do without: {@code (content, paper) -> pdf.withPaper(paper).draw(content)}.
 */
@FunctionalInterface
public interface PosterPrinter {

    /**
     * Draws one poster. The same content and paper must give the same bytes, or a batch cannot be resumed.
     *
     * @param content what it says
     * @param paper its paper
     * @return the bytes of the file
     */
    byte[] draw(PosterContent content, PaperSize paper);
}
