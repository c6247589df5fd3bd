package vn.sipas.examples.cli;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import vn.sipas.core.Checked;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.io.csv.CsvFormat;
import vn.sipas.io.csv.CsvRow;
import vn.sipas.io.csv.CsvRowReader;
import vn.sipas.io.csv.SpreadsheetText;
import vn.sipas.qr.payload.ScannedText;

/** Reads codes from a file: the column {@code url} of a CSV file if its first line has one, else one code a line. */
final class QrInputs {

    private static final String COLUMN = "url";
    private static final CsvFormat FORMAT = CsvFormat.rfc4180().withLimits(1 << 20, 64 * 1024);
    private static final int FIRST_LINE = 64 * 1024;

    private QrInputs() {}

    /** Takes one code. */
    @FunctionalInterface
    interface Taker {
        void take(String text, Place place) throws IOException;
    }

    static void read(Path file, Consumer<Problem> problems, Taker taker) throws IOException {
        try (InputStream input = new BufferedInputStream(Files.newInputStream(file), FIRST_LINE)) {
            input.mark(FIRST_LINE);
            byte[] start = input.readNBytes(FIRST_LINE - 1);
            input.reset();
            if (hasColumn(start)) {
                readColumn(input, file.toString(), problems, taker);
            } else {
                readLines(input, file.toString(), taker);
            }
        }
    }

    private static boolean hasColumn(byte[] start) {
        String text = new String(start, StandardCharsets.UTF_8);
        String first = text.lines().findFirst().orElse("").replace("\uFEFF", "");
        return Arrays.stream(first.split(",", -1))
                .anyMatch(heading -> heading.strip().replace("\"", "").equals(COLUMN));
    }

    private static void readColumn(InputStream input, String source, Consumer<Problem> problems, Taker taker)
            throws IOException {
        Checked<CsvRowReader> opened = CsvRowReader.open(input, source, FORMAT);
        opened.problems().forEach(problems);
        if (opened.value().isEmpty()) {
            return;
        }
        CsvRowReader reader = opened.value().get();
        OptionalInt column = reader.column(COLUMN);
        for (Optional<CsvRow> row = reader.next(problems); row.isPresent(); row = reader.next(problems)) {
            int index = column.orElse(0);
            taker.take(SpreadsheetText.plain(row.get().field(index)), row.get().place(index));
        }
    }

    private static void readLines(InputStream input, String source, Taker taker) throws IOException {
        try (Reader reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
            StringBuilder line = new StringBuilder();
            long number = 1;
            for (int character = reader.read(); ; character = reader.read()) {
                if (character < 0 || character == '\n') {
                    String text = line.toString().replace("\uFEFF", "").strip();
                    if (!text.isEmpty()) {
                        taker.take(text, Place.in(source, number));
                    }
                    line.setLength(0);
                    number++;
                } else if (line.length() <= ScannedText.MAX_LENGTH) {
                    // One character more than any code has is kept, so that the line is refused as too long.
                    line.append((char) character);
                }
                if (character < 0) {
                    return;
                }
            }
        }
    }
}
