package vn.sipas.io.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Our grammar against FastCSV's, which is fuzzed by its authors. */
class CsvTokensPropertyTest {

    private static final CsvFormat SMALL = new CsvFormat(',', 4096, 4096, 64);

    @Provide
    Arbitrary<List<List<String>>> rows() {
        Arbitrary<String> field =
                Arbitraries.strings().withChars("ab,\"\r\n é\u1eb1e\u0301;#=\t").ofMaxLength(8);
        return field.list().ofMinSize(1).ofMaxSize(5).list().ofMaxSize(40);
    }

    @Property
    void readsWhatFastCsvWrites(
            @ForAll("rows") List<List<String>> rows, @ForAll LineDelimiter end, @ForAll boolean alwaysQuoted)
            throws IOException {
        StringWriter text = new StringWriter();
        CsvWriter.CsvWriterBuilder builder = CsvWriter.builder()
                .lineDelimiter(end == LineDelimiter.PLATFORM ? LineDelimiter.LF : end)
                .quoteStrategy(alwaysQuoted ? QuoteStrategies.ALWAYS : QuoteStrategies.EMPTY);
        try (CsvWriter writer = builder.build(text)) {
            rows.forEach(writer::writeRecord);
        }

        assertEquals(rows, read(text.toString(), 1 << 16));
    }

    @Property(tries = 3000)
    void agreesWithFastCsvOnAnyTextItAccepts(@ForAll("soup") String text) throws IOException {
        List<List<String>> expected = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            reader.forEach(csvRecord -> expected.add(csvRecord.getFields()));
        } catch (de.siegmar.fastcsv.reader.CsvParseException | UncheckedIOException refused) {
            return;
        }

        assertEquals(expected, read(text, 1 << 16));
    }

    @Provide
    Arbitrary<String> soup() {
        return Arbitraries.strings().withChars("ab,\"\r\n é").ofMaxLength(40);
    }

    @Property
    void theSizeOfBlocksDoesNotMatter(
            @ForAll("rows") List<List<String>> rows,
            @ForAll LineDelimiter end,
            @ForAll @IntRange(min = 256, max = 300) int size)
            throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder()
                .lineDelimiter(end == LineDelimiter.PLATFORM ? LineDelimiter.CR : end)
                .quoteStrategy(QuoteStrategies.EMPTY)
                .build(text)) {
            rows.forEach(writer::writeRecord);
        }

        assertEquals(read(text.toString(), 1 << 16), read(text.toString(), size));
    }

    private static List<List<String>> read(String text, int capacity) throws IOException {
        CsvBlocks blocks =
                new CsvBlocks(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), SMALL, capacity);
        List<List<String>> records = new ArrayList<>();
        CsvTokens tokens = new CsvTokens(SMALL);
        for (CsvBlock block = blocks.next(); block != null; block = blocks.next()) {
            for (int position = block.from(); position < block.limit(); position = tokens.next()) {
                tokens.read(block.bytes(), position, block.limit(), true);
                List<String> fields = new ArrayList<>();
                for (int i = 0; i < tokens.count(); i++) {
                    fields.add(Objects.requireNonNull(LocalLabels.text(
                            block.bytes(), tokens.start(i), tokens.end(i), tokens.hasDoubledQuotes(i))));
                }
                if (!fields.isEmpty()) {
                    records.add(fields);
                }
            }
        }
        return records;
    }
}
