/**
 * Paper: posters, slips and label sheets as PDF files, drawn with PDFBox.
 *
 * <p>{@link vn.sipas.qr.print.PosterPdf} draws one poster a page, any number into one file with the fonts embedded once.
 * Every page is first laid out in millimetres and refuses to exist if two texts touch, if anything enters the quiet zone
 * of a symbol, or if something leaves the sheet. Every symbol is one filled path, text is in Unicode normalisation form
 * C, ink is black only ({@code 0 0 0 1 k}), and the same content gives the same bytes on the same Java runtime. Before a
 * file is handed out its own bytes are opened again and every symbol on every page is read back.
 *
 * <p>This package alone needs PDFBox ({@code org.apache.pdfbox:pdfbox}, which needs the module {@code java.desktop});
 * everything else of this module works without.
 */
@NullMarked
package vn.sipas.qr.print;

import org.jspecify.annotations.NullMarked;
