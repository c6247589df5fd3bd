package vn.sipas.io.optional;

import org.jspecify.annotations.Nullable;

/** The libraries without which one thing, and nothing else, cannot be done. */
public enum OptionalLibrary {
    /** Writes workbooks. */
    FASTEXCEL("org.dhatim.fastexcel.Workbook", "workbooks are written", "org.dhatim:fastexcel", "org.dhatim.fastexcel"),
    /** Writes certificates. */
    PDFBOX(
            "org.apache.pdfbox.pdmodel.PDDocument",
            "certificates are written",
            "org.apache.pdfbox:pdfbox",
            // an automatic module names nothing that it needs
            "org.apache.pdfbox,org.apache.commons.logging"),
    /** Writes Parquet. */
    DUCKDB("org.duckdb.DuckDBDriver", "Parquet is written", "org.duckdb:duckdb_jdbc", "duckdb.jdbc");

    private final String className;
    private final String purpose;
    private final String artifact;
    private final String modules;

    OptionalLibrary(String className, String purpose, String artifact, String modules) {
        this.className = className;
        this.purpose = purpose;
        this.artifact = artifact;
        this.modules = modules;
    }

    /**
     * Makes sure that the library is there, before anything is written.
     *
     * @throws IllegalStateException if it is not; the message names what to add
     */
    public void require() {
        load(OptionalLibrary.class.getClassLoader());
    }

    /**
     * Loads the class by which the library is known.
     *
     * @param loader where to look, {@code null} for the classes of the platform
     * @return the class
     * @throws IllegalStateException if the library is not there; the message names what to add
     */
    public Class<?> load(@Nullable ClassLoader loader) {
        try {
            return Class.forName(className, true, loader);
        } catch (ClassNotFoundException | NoClassDefFoundError missing) {
            throw new IllegalStateException(
                    purpose + " by " + artifact + ", which is not there, or not with all that it needs: add " + artifact
                            + " to the dependencies; a host on the module path also runs with --add-modules " + modules,
                    missing);
        }
    }
}
