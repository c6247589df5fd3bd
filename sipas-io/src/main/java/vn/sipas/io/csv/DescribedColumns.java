package vn.sipas.io.csv;

import java.util.function.ToIntFunction;

/** Where the columns that describe a response stand in a table, counted from 0; {@link #ABSENT} for those that do not. */
record DescribedColumns(
        int id,
        int survey,
        int revision,
        int unit,
        int wave,
        int weight,
        int stratum,
        int psu,
        int mode,
        int assurance,
        int procedure,
        int field,
        int receivingUnit,
        int competentUnit,
        int servicePoint,
        int day) {

    static final int ABSENT = -1;

    static DescribedColumns of(ToIntFunction<String> columns) {
        return new DescribedColumns(
                columns.applyAsInt(ResponseColumns.ID),
                columns.applyAsInt(ResponseColumns.SURVEY),
                columns.applyAsInt(ResponseColumns.REVISION),
                columns.applyAsInt(ResponseColumns.UNIT),
                columns.applyAsInt(ResponseColumns.WAVE),
                columns.applyAsInt(ResponseColumns.WEIGHT),
                columns.applyAsInt(ResponseColumns.STRATUM),
                columns.applyAsInt(ResponseColumns.PSU),
                columns.applyAsInt(ResponseColumns.MODE),
                columns.applyAsInt(ResponseColumns.ASSURANCE),
                columns.applyAsInt(ResponseColumns.PROCEDURE),
                columns.applyAsInt(ResponseColumns.FIELD),
                columns.applyAsInt(ResponseColumns.RECEIVING_UNIT),
                columns.applyAsInt(ResponseColumns.COMPETENT_UNIT),
                columns.applyAsInt(ResponseColumns.SERVICE_POINT),
                columns.applyAsInt(ResponseColumns.DAY));
    }

    boolean saysPosition() {
        return weight >= 0 || stratum >= 0 || psu >= 0;
    }

    boolean saysTransaction() {
        return procedure >= 0 || field >= 0 || receivingUnit >= 0 || competentUnit >= 0;
    }
}
