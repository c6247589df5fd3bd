/** The sipas command line. */
module vn.sipas.examples.cli {
    requires static transitive org.jspecify;
    requires vn.sipas.core;
    requires vn.sipas.io;
    requires vn.sipas.qr;
    requires info.picocli;

    // Optional for the library, needed by this program: to read codes back, and to write posters as PDF.
    requires com.google.zxing;
    requires java.desktop;
    requires org.apache.pdfbox;

    opens vn.sipas.examples.cli to
            info.picocli;
}
