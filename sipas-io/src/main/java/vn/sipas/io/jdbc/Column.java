package vn.sipas.io.jdbc;

import java.sql.Types;

/**
 * A column of one of our tables.
 *
 * @param name its name
 * @param type what it holds
 * @param length the greatest number of characters of a {@link Type#TEXT}
 * @param key whether it belongs to the primary key
 */
record Column(String name, Type type, int length, boolean key) {

    enum Type {
        TEXT(Types.VARCHAR),
        LONG_TEXT(Types.CLOB),
        WHOLE(Types.BIGINT),
        REAL(Types.DOUBLE),
        DAY(Types.DATE),
        BYTES(Types.BLOB);

        private final int code;

        Type(int code) {
            this.code = code;
        }
    }

    static Column key(String name, int length) {
        return new Column(name, Type.TEXT, length, true);
    }

    static Column keyDay(String name) {
        return new Column(name, Type.DAY, 0, true);
    }

    static Column text(String name, int length) {
        return new Column(name, Type.TEXT, length, false);
    }

    static Column of(String name, Type type) {
        return new Column(name, type, 0, false);
    }

    /** The code of {@link Types} for a missing value. PostgreSQL knows neither CLOB nor BLOB. */
    int nullType(SqlDialect dialect) {
        boolean large = type == Type.LONG_TEXT || type == Type.BYTES;
        return large && dialect == SqlDialect.POSTGRESQL ? Types.OTHER : type.code;
    }

    /** The type in a CAST of the Oracle dialect; only keys are cast. */
    String castType() {
        return type == Type.DAY ? "DATE" : "VARCHAR2(" + length + " CHAR)";
    }
}
