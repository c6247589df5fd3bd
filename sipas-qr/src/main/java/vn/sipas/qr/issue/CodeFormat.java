package vn.sipas.qr.issue;

/** What a file of a batch contains. */
public enum CodeFormat {
    /** A poster as SVG for posters, the bare symbol as SVG for receipts. */
    SVG("svg"),
    /** The bare symbol as PNG, 8 pixels a module. */
    PNG("png"),
    /** A poster as PDF for posters, a slip as PDF for receipts; needs PDFBox. */
    PDF("pdf");

    private final String extension;

    CodeFormat(String extension) {
        this.extension = extension;
    }

    /**
     * Returns the end of file names.
     *
     * @return the extension without its dot
     */
    public String extension() {
        return extension;
    }
}
