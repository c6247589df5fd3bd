/** A host application as a named module. */
module vn.sipas.examples.modular {
    requires vn.sipas.core;
    requires vn.sipas.io;
    requires vn.sipas.qr;
}
