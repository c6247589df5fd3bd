package vn.sipas.qr.replay;

/** How a database inserts a row unless its key is there. */
public enum SqlDialect {
    /** PostgreSQL: {@code ON CONFLICT DO NOTHING}, so that a duplicate does not abort a transaction. */
    POSTGRESQL(" ON CONFLICT DO NOTHING"),
    /** H2: a plain insert; the duplicate is refused with SQLState 23505. */
    H2(""),
    /** Any other database with standard SQL: a plain insert; after any refusal the row is looked up. */
    STANDARD("");

    private final String insertSuffix;

    SqlDialect(String insertSuffix) {
        this.insertSuffix = insertSuffix;
    }

    String insertSuffix() {
        return insertSuffix;
    }
}
