package vn.sipas.io.source;

import java.util.Locale;
import java.util.Optional;
import vn.sipas.core.response.CollectionMode;

/** Reads modes of collection. */
final class Modes {

    private Modes() {}

    static Optional<CollectionMode> of(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT);
        for (CollectionMode mode : CollectionMode.values()) {
            if (mode.name().equals(name)) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }
}
