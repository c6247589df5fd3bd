package vn.sipas.examples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.io.csv.RatingColumns;
import vn.sipas.io.file.WholeFile;
import vn.sipas.io.simulate.ResponseSimulator;
import vn.sipas.io.simulate.SimulationPlan;

/** A file as {@code sipas simulate} writes it with seed 1; made once and kept. */
final class SimulatedFile {

    private SimulatedFile() {}

    /**
     * Returns the file, after making it if it is not there.
     *
     * @param units how many units
     * @param rows how many responses
     * @param items how many items
     * @return its path
     * @throws IOException if it cannot be written
     */
    static Path of(int units, long rows, int items) throws IOException {
        Path directory = Path.of(System.getProperty("sipas.benchmarks.data", "target/data"));
        Files.createDirectories(directory);
        Path path = directory.resolve("simulated-" + units + "x" + rows + "x" + items + ".csv");
        if (!Files.exists(path)) {
            System.err.println("making " + path);
            try (WholeFile file = WholeFile.at(path)) {
                new ResponseSimulator(SimulationPlan.madeUp(units, rows, items, 1)).writeCsv(file.output());
                file.commit();
            }
        }
        return path;
    }

    /** The headings of the items. */
    static List<String> items(int items) {
        return IntStream.rangeClosed(1, items).mapToObj(item -> "q" + item).toList();
    }

    /** The items by unit. */
    static RatingColumns columns(int items) {
        return RatingColumns.of(items(items), RatingScale.likert5()).withGroup("unit");
    }
}
