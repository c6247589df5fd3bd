package vn.sipas.io.parquet;

/**
 * A column of a Parquet file.
 *
 * @param name its name
 * @param type what it holds
 */
record ParquetColumn(String name, Type type) {

    /** What a column holds. Values arrive as text; {@code null} is no value. */
    enum Type {
        TEXT,
        DOUBLE,
        WHOLE,
        DAY,
        /** Words joined by spaces, kept as a list. */
        WORDS,
        /** Codes joined by semicolons, kept as a list. */
        CODES
    }

    /** The expression that turns the text in the column {@code source} into the type of this one. */
    String expression(String source) {
        return switch (type) {
            case TEXT -> source;
            case DOUBLE -> "CAST(" + source + " AS DOUBLE)";
            case WHOLE -> "CAST(" + source + " AS BIGINT)";
            case DAY -> "CAST(" + source + " AS DATE)";
            case WORDS -> list(source, " ");
            case CODES -> list(source, ";");
        };
    }

    private static String list(String source, String separator) {
        return "CASE WHEN " + source + " = '' THEN CAST([] AS VARCHAR[]) ELSE string_split(" + source + ", '"
                + separator + "') END";
    }
}
