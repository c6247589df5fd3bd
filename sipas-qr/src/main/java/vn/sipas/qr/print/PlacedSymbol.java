package vn.sipas.qr.print;

import java.util.Optional;
import vn.sipas.qr.symbol.QrSymbol;

/** A symbol on a sheet: the top left corner of its first module and the side of a module, in millimetres. */
record PlacedSymbol(QrSymbol symbol, double left, double top, double module, Optional<LogoPicture> logo) {

    static final int QUIET_ZONE = 4;

    double side() {
        return symbol.size() * module;
    }

    /** The symbol with its quiet zone. */
    Box box() {
        double border = QUIET_ZONE * module;
        return new Box(left - border, top - border, side() + 2 * border, side() + 2 * border);
    }

    /** Places a symbol with its quiet zone by the top left corner of the quiet zone. */
    static PlacedSymbol within(QrSymbol symbol, double left, double top, double module) {
        return new PlacedSymbol(
                symbol, left + QUIET_ZONE * module, top + QUIET_ZONE * module, module, Optional.empty());
    }

    PlacedSymbol with(Optional<LogoPicture> newLogo) {
        return new PlacedSymbol(symbol, left, top, module, newLogo);
    }

    /** The white square in the middle on which the logo lies, or an empty one. */
    Box logoBox() {
        int modules = logo.map(picture -> picture.modules(symbol)).orElse(0);
        double start = (symbol.size() - modules) / 2.0 * module;
        return new Box(left + start, top + start, modules * module, modules * module);
    }
}
