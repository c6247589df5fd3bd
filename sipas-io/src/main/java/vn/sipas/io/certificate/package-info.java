/**
 * The rating of one unit on one page of PDF, in Vietnamese or English.
 *
 * <p>The page states a computed result: by which scheme and version, on which legal basis, from which points and conditions. It
 * says that it is not the decision of an authority, and nothing in it can make it look like one.
 *
 * <p>The page is made by Apache PDFBox, an optional dependency: a host that wants certificates adds
 * {@code org.apache.pdfbox:pdfbox}, and either {@code com.github.librepdf:openpdf-fonts-extra} for the Liberation fonts or
 * fonts of its own ({@link vn.sipas.io.certificate.CertificateFonts}). On the module path the host also runs with {@code
 * --add-modules org.apache.pdfbox,org.apache.commons.logging}: PDFBox is an automatic module and names nothing that it needs.
 * Without it, writing says what is missing.
 */
@NullMarked
package vn.sipas.io.certificate;

import org.jspecify.annotations.NullMarked;
