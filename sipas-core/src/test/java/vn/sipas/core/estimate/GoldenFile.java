package vn.sipas.core.estimate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the CSV files that the scripts in src/test/R write: a comment line, a heading, and cells without quotes. */
public final class GoldenFile {

    private GoldenFile() {}

    static List<Map<String, String>> rows(String name) {
        return rows(GoldenFile.class, name);
    }

    /**
     * Reads a file.
     *
     * @param beside a class of the package that the file belongs to
     * @param name the name of the file
     * @return its rows by heading
     */
    public static List<Map<String, String>> rows(Class<?> beside, String name) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(beside.getResourceAsStream(name), name), StandardCharsets.UTF_8))) {
            String origin = in.readLine();
            if (!origin.startsWith("# made by ")) {
                throw new IllegalStateException(name + " does not say what made it");
            }
            String[] heading = in.readLine().split(",", -1);
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] cells = line.split(",", -1);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < heading.length; i++) {
                    row.put(heading[i], cells[i]);
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
