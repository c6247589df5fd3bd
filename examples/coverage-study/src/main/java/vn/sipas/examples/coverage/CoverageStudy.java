package vn.sipas.examples.coverage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Computes the tables of the study and puts them into the README. */
public final class CoverageStudy {

    private CoverageStudy() {}

    /**
     * Rewrites the tables of a Markdown file between their marks.
     *
     * @param arguments the file, which has the marks of both tables
     * @throws IOException if the file cannot be read or written
     */
    public static void main(String... arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("arguments must be the file to rewrite, were " + arguments.length);
        }
        Path file = Path.of(arguments[0]);
        String text = Files.readString(file);
        text = replaced(text, "exact", ExactStudy.markdown());
        Files.writeString(file, replaced(text, "simulated", SimulatedStudy.markdown()));
    }

    /** Returns what stands between the marks of a name. */
    static String between(String text, String name) {
        int start = text.indexOf(begin(name)) + begin(name).length();
        int end = text.indexOf(end(name));
        if (start < begin(name).length() || end < start) {
            throw new IllegalArgumentException("text must have the marks of \"" + name + "\"");
        }
        return text.substring(start, end);
    }

    private static String replaced(String text, String name, String table) {
        return text.replace(
                begin(name) + between(text, name) + end(name), begin(name) + "\n" + table + "\n" + end(name));
    }

    private static String begin(String name) {
        return "<!-- " + name + ": begin, written by CoverageStudy -->\n";
    }

    private static String end(String name) {
        return "<!-- " + name + ": end -->";
    }
}
