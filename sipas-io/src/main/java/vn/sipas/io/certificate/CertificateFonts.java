package vn.sipas.io.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The two TrueType fonts of a certificate, which are embedded as far as they are used. Immutable and safe for use by several
 * threads.
 */
public final class CertificateFonts {

    private static final String FOLDER = "liberation/";

    private final byte[] regular;
    private final byte[] bold;

    private CertificateFonts(byte[] regular, byte[] bold) {
        this.regular = regular;
        this.bold = bold;
    }

    /**
     * Loads Liberation Serif, which has every Vietnamese letter, from {@code com.github.librepdf:openpdf-fonts-extra}.
     *
     * @return the fonts
     * @throws IOException if they cannot be read
     * @throws IllegalStateException if the dependency is not there
     */
    public static CertificateFonts liberation() throws IOException {
        return new CertificateFonts(bundled("LiberationSerif-Regular.ttf"), bundled("LiberationSerif-Bold.ttf"));
    }

    /**
     * Loads fonts of the host, such as those of its letterhead.
     *
     * @param regular the TrueType file of the text
     * @param bold the TrueType file of headings
     * @return the fonts
     * @throws IOException if a file cannot be read
     */
    public static CertificateFonts of(Path regular, Path bold) throws IOException {
        return new CertificateFonts(Files.readAllBytes(regular), Files.readAllBytes(bold));
    }

    private static byte[] bundled(String name) throws IOException {
        try (InputStream stream = CertificateFonts.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                throw new IllegalStateException("the font " + name + " is not there: add"
                        + " com.github.librepdf:openpdf-fonts-extra to the dependencies, or give fonts of your own");
            }
            return stream.readAllBytes();
        }
    }

    byte[] regular() {
        return regular.clone();
    }

    byte[] bold() {
        return bold.clone();
    }
}
