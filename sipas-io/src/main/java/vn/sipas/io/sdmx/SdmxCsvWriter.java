package vn.sipas.io.sdmx;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.sipas.core.MethodVersion;
import vn.sipas.io.csv.TidyTable;

/**
 * Writes estimates as SDMX-CSV 2.0, one observation a row, table after table in constant memory but for the codes.
 *
 * <p>The columns are {@code STRUCTURE,STRUCTURE_ID,ACTION}, the dimensions {@code FREQ,GROUP,INDICATOR,STATISTIC,TIME_PERIOD},
 * {@code OBS_VALUE} and the attributes, whatever the data. Codes that SDMX does not allow are written with the code points
 * of their characters between {@code $}; the structure file gives their names. An observation may stand once in a message:
 * group, indicator and statistic together must not repeat. Infinite numbers are {@code INF} and {@code -INF}; what does not
 * exist is empty. Not safe for use by several threads.
 */
public final class SdmxCsvWriter implements AutoCloseable {

    static final List<String> DIMENSIONS = List.of("FREQ", "GROUP", "INDICATOR", "STATISTIC");
    static final List<String> ATTRIBUTES = List.of(
            "UNIT_MEASURE",
            "OBS_STATUS",
            "STD_ERROR",
            "DF",
            "LOWER",
            "UPPER",
            "CONF_LEVEL",
            "INTERVAL_METHOD",
            "N_OBS",
            "N_EFF",
            "DEFF",
            "FLAGS",
            "METHOD");

    private final SdmxSettings settings;
    private final BufferedWriter text;
    private final CsvWriter csv;
    private final TreeSet<String> groups = new TreeSet<>();
    private final TreeSet<String> indicators = new TreeSet<>();
    private final TreeSet<String> statistics = new TreeSet<>();

    private SdmxCsvWriter(SdmxSettings settings, BufferedWriter text) {
        this.settings = settings;
        this.text = text;
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
    }

    /**
     * Starts a message and writes its header, in UTF-8 with CRLF as RFC 4180 has it.
     *
     * @param output where to write; the caller closes it
     * @param settings what the sending office decides
     * @return the writer
     * @throws IOException if writing fails
     */
    public static SdmxCsvWriter open(OutputStream output, SdmxSettings settings) throws IOException {
        BufferedWriter text = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8), 1 << 16);
        SdmxCsvWriter writer = new SdmxCsvWriter(Objects.requireNonNull(settings, "settings"), text);
        writer.record(Stream.of(
                        Stream.of("STRUCTURE", "STRUCTURE_ID", "ACTION"),
                        DIMENSIONS.stream(),
                        Stream.of("TIME_PERIOD", "OBS_VALUE"),
                        ATTRIBUTES.stream())
                .flatMap(part -> part)
                .toList());
        return writer;
    }

    /**
     * Writes estimates.
     *
     * @param estimates a table with the columns {@link TidyTable#ESTIMATE_COLUMNS}
     * @throws IOException if writing fails
     * @throws IllegalArgumentException if it has other columns
     */
    public void write(TidyTable estimates) throws IOException {
        if (!estimates.columns().equals(TidyTable.ESTIMATE_COLUMNS)) {
            throw new IllegalArgumentException("estimates must have the columns of TidyTable.ESTIMATE_COLUMNS, had "
                    + estimates.columns().stream().map(TidyTable.Column::name).toList());
        }
        for (List<String> row : estimates.rows()) {
            String statistic = row.get(2);
            groups.add(row.get(0));
            indicators.add(row.get(1));
            statistics.add(statistic);
            record(List.of(
                    "dataflow",
                    settings.agency() + ":" + settings.dataflow() + "(" + settings.version() + ")",
                    "I",
                    settings.frequency().code(),
                    SdmxCodes.group(row.get(0)),
                    SdmxCodes.code(row.get(1)),
                    SdmxCodes.code(statistic),
                    settings.period(),
                    number(row.get(3)),
                    SdmxUnit.of(statistic).code(),
                    row.get(3).isEmpty() ? "M" : "A",
                    number(row.get(4)),
                    number(row.get(5)),
                    number(row.get(6)),
                    number(row.get(7)),
                    number(row.get(8)),
                    row.get(9),
                    number(row.get(10)),
                    number(row.get(11)),
                    number(row.get(12)),
                    row.get(13),
                    settings.method().map(MethodVersion::toString).orElse("")));
        }
    }

    /**
     * Returns the structure file for what has been written so far.
     *
     * @param names what the codes are called
     * @return an SDMX-ML 2.1 structure message
     */
    public String structure(SdmxNames names) {
        return new SdmxStructure(settings, names).message(groups, indicators, statistics);
    }

    private static String number(String field) {
        return field.replace("Inf", "INF");
    }

    private void record(List<String> fields) throws IOException {
        try {
            csv.writeRecord(fields);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /**
     * Passes everything on to the output, which stays open.
     *
     * @throws IOException if writing fails
     */
    @Override
    public void close() throws IOException {
        csv.flush();
        text.flush();
    }
}
