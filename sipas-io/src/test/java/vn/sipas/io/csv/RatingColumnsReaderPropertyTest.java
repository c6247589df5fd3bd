package vn.sipas.io.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import vn.sipas.core.Checked;
import vn.sipas.core.Severity;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.io.ReadReport;

class RatingColumnsReaderPropertyTest {

    /** About 3 MB with some of everything that can go wrong, so that there are several blocks. */
    private static byte[] damagedFile(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder("id,unit,w,q1,q2,q3,note\n");
        for (int i = 0; i < 40_000; i++) {
            int what = random.nextInt(2000);
            text.append(what == 0 ? i / 2 : i)
                    .append(",Xã ")
                    .append(random.nextInt(300))
                    .append(',')
                    .append(what == 1 ? -1 : 1 + random.nextInt(90) / 10.0);
            for (int item = 0; item < 3; item++) {
                text.append(',').append(what == 2 ? "9" : random.nextInt(20) == 0 ? "" : 1 + random.nextInt(5));
            }
            text.append(what == 3 ? ",\"lost" : what == 4 ? ",a,b" : what == 5 ? ",\0" : ",\"ghi chú \"\"ngắn\"\"\"")
                    .append(i % 3 == 0 ? "\r\n" : "\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Property(tries = 6)
    void theNumberOfThreadsDoesNotMatter(@ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int threads)
            throws IOException {
        byte[] file = damagedFile(seed);

        assertEquals(trace(file, 1), trace(file, threads));
    }

    private static List<String> trace(byte[] file, int threads) throws IOException {
        RatingColumns columns = RatingColumns.of(List.of("q1", "q2", "q3"), RatingScale.likert5())
                .withGroup("unit")
                .withDesign(Optional.of("w"), Optional.empty(), Optional.empty(), Optional.empty())
                .withId("id");
        List<String> trace = new ArrayList<>();
        long[] errors = new long[1];
        Checked<ReadReport> result = RatingColumnsReader.of(columns)
                .withThreads(threads)
                .read(
                        new ByteArrayInputStream(file),
                        "f",
                        batch -> {
                            long hash = batch.sequence();
                            for (int row = 0; row < batch.rows(); row++) {
                                hash = 31 * hash + batch.group(row);
                                hash = 31 * hash + Double.hashCode(batch.weight(row));
                                for (int item = 0; item < batch.items(); item++) {
                                    hash = 31 * hash + batch.position(row, item);
                                }
                            }
                            trace.add(batch.rows() + " rows " + hash);
                        },
                        problem -> {
                            trace.add(problem.toString());
                            errors[0] += problem.severity() == Severity.ERROR ? 1 : 0;
                        });
        ReadReport report = result.orThrow();
        assertEquals(report.setAside(), errors[0]);
        trace.add(report.toString() + report.problems());
        return trace;
    }
}
