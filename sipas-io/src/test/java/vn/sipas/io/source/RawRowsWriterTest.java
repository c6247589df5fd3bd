package vn.sipas.io.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.sipas.core.Place;
import vn.sipas.io.table.SourceFile;
import vn.sipas.io.table.SourceRow;

class RawRowsWriterTest {

    private static final SourceFile EXPORT = SourceFile.of(
            "export.csv",
            "id,unit,Họ và tên,q1\na,07210,Nguyễn Văn An,4\nb,,Trần Thị Bình,5\n".getBytes(StandardCharsets.UTF_8));

    @Test
    void keepsEveryRowAsItStood() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (RawRowsWriter raw = RawRowsWriter.open(bytes)) {
            SurveyImport.with(ImportOptions.detecting())
                    .read(EXPORT, raw.sink())
                    .orThrow();
        }
        assertEquals(
                List.of(
                        "{\"source\":\"export.csv\",\"line\":2,\"rows\":1,\"response\":\"a\","
                                + "\"cells\":[\"a\",\"07210\",\"Nguyễn Văn An\",\"4\"]}",
                        "{\"source\":\"export.csv\",\"line\":3,\"rows\":1,"
                                + "\"cells\":[\"b\",\"\",\"Trần Thị Bình\",\"5\"]}"),
                bytes.toString(StandardCharsets.UTF_8).lines().toList());
    }

    @Test
    void whatCannotBeWrittenEndsTheImport() throws IOException {
        IOException full = new IOException("no space left");
        try (RawRowsWriter raw = RawRowsWriter.open(new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw full;
            }

            @Override
            public void flush() {}
        })) {
            // more than the buffer takes
            SourceRow large = SourceRow.of(Place.in("export.csv", 2), List.of("x".repeat(1 << 17)));
            assertSame(
                    full,
                    assertThrows(UncheckedIOException.class, () -> raw.sink().setAside(large))
                            .getCause());
            assertSame(full, assertThrows(IOException.class, () -> raw.write(large, Optional.empty())));
        } catch (IOException closing) {
            assertSame(full, closing);
        }
    }
}
