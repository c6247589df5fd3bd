package vn.sipas.qr.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * The fonts of a print. Immutable.
 *
 * @param regular for running text
 * @param bold for names and the check word
 * @param code for the code to type; one width for all letters is best
 */
public record PrintFonts(PrintFont regular, PrintFont bold, PrintFont code) {

    private static final String FOLDER = "liberation/";

    public PrintFonts {
        Objects.requireNonNull(regular, "regular");
        Objects.requireNonNull(bold, "bold");
        Objects.requireNonNull(code, "code");
    }

    /**
     * Takes two fonts of the host, such as Be Vietnam Pro Regular and Bold.
     *
     * @param regular for running text
     * @param bold for names, the check word and the code to type
     * @return the fonts
     */
    public static PrintFonts of(PrintFont regular, PrintFont bold) {
        return new PrintFonts(regular, bold, bold);
    }

    /**
     * Loads Liberation Sans and Liberation Mono (SIL Open Font License) from the published artifact
     * {@code com.github.librepdf:openpdf-fonts-extra}. They have every letter of Vietnamese.
     *
     * @return the fonts
     * @throws IllegalStateException if the artifact is neither on the class path nor among the resolved modules
     */
    public static PrintFonts liberation() {
        return liberation(PrintFonts.class.getClassLoader());
    }

    /**
     * Loads Liberation Sans and Liberation Mono with the class loader of a plug-in.
     *
     * @param loader who finds the artifact {@code com.github.librepdf:openpdf-fonts-extra}
     * @return the fonts
     * @throws IllegalStateException if it is not found
     */
    public static PrintFonts liberation(ClassLoader loader) {
        return new PrintFonts(
                load(loader, "LiberationSans-Regular.ttf"),
                load(loader, "LiberationSans-Bold.ttf"),
                load(loader, "LiberationMono-Bold.ttf"));
    }

    private static PrintFont load(ClassLoader loader, String file) {
        try (InputStream input = loader.getResourceAsStream(FOLDER + file)) {
            if (input == null) {
                throw new IllegalStateException(
                        "com.github.librepdf:openpdf-fonts-extra is missing: add it (on the module path with"
                                + " --add-modules com.github.librepdf.pdfFontsExtra), or give fonts of your own");
            }
            return PrintFont.of(input);
        } catch (IOException damaged) {
            throw new UncheckedIOException("the font " + file + " of the class path cannot be read", damaged);
        }
    }
}
