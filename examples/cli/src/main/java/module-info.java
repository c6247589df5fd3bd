/** The sipas command line. */
module vn.sipas.examples.cli {
    requires static transitive org.jspecify;
    requires vn.sipas.core;
    requires vn.sipas.io;
    requires vn.sipas.qr;
    requires info.picocli;

    // Optional for the library, needed by this program: to read codes back, to write posters as PDF and workbooks.
    requires com.google.zxing;
    requires java.desktop;
    requires org.apache.pdfbox;
    requires org.dhatim.fastexcel;

    opens vn.sipas.examples.cli to
            info.picocli;
}
