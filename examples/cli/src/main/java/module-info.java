/** The sipas command line. */
module vn.sipas.examples.cli {
    requires static transitive org.jspecify;
    requires vn.sipas.core;
    requires vn.sipas.io;
    requires vn.sipas.qr;
    requires info.picocli;

    opens vn.sipas.examples.cli to
            info.picocli;
}
