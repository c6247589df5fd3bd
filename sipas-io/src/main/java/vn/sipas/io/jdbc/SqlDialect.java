package vn.sipas.io.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** How a database streams, replaces rows and names its types. */
public enum SqlDialect {
    /** PostgreSQL 12 and later: {@code ON CONFLICT}; rows stream only inside a transaction with a fetch size. */
    POSTGRESQL("postgresql"),
    /** H2 2 and later: {@code MERGE … KEY}. */
    H2("h2"),
    /** Oracle 12c and later: {@code MERGE … USING}; the empty text is no value. */
    ORACLE("oracle"),
    /** Any other database with standard SQL types: an update, and an insert where nothing was updated. */
    STANDARD("standard");

    private final String folder;

    SqlDialect(String folder) {
        this.folder = folder;
    }

    /**
     * Recognises the dialect of a connection.
     *
     * @param connection the connection
     * @return the dialect by the name of the product, {@link #STANDARD} for others
     * @throws SQLException if the database does not say
     */
    public static SqlDialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        if (product.startsWith("postgresql")) {
            return POSTGRESQL;
        }
        if (product.startsWith("h2")) {
            return H2;
        }
        return product.startsWith("oracle") ? ORACLE : STANDARD;
    }

    /** The folder of the scripts, among the resources of this package. */
    String folder() {
        return folder;
    }
}
