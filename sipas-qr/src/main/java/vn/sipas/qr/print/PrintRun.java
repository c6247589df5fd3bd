package vn.sipas.qr.print;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.ProblemException;
import vn.sipas.qr.reading.ArtefactCheck;

/** Pages that were laid out without a problem, on their way into a file. */
record PrintRun(List<Page> pages) {

    PrintRun {
        pages = List.copyOf(pages);
    }

    /** Lays out each content; the problems of all of them are reported together, each at {@code name[n]}. */
    static <T> PrintRun of(List<T> contents, String name, Function<T, Sheet> layout) {
        if (contents.isEmpty()) {
            throw new IllegalArgumentException("contents must have at least one element");
        }
        List<Page> pages = new ArrayList<>(contents.size());
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            Sheet sheet = layout.apply(contents.get(i));
            String item = name + "[" + (i + 1) + "]";
            sheet.problems().forEach(problem -> problems.add(problem.at(within(item, problem.place()))));
            sheet.page().ifPresent(pages::add);
        }
        refuse(problems);
        return new PrintRun(pages);
    }

    /** The file, after every symbol in it has been read back. */
    byte[] pdf(String title, ArtefactCheck check) {
        byte[] pdf = PdfFile.of(pages, title);
        refuse(DrawnSymbols.check(pdf, pages, check));
        return pdf;
    }

    static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }

    static Place within(String item, Place place) {
        return Place.path(place.path().isEmpty() ? item : item + "." + place.path());
    }
}
