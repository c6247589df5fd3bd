package vn.sipas.qr.print;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.qr.reading.ArtefactCheck;
import vn.sipas.qr.reading.FilledOutline;
import vn.sipas.qr.reading.ReadingProblem;
import vn.sipas.qr.symbol.BitPicture;

/**
 * Reads a finished PDF file back: opens its bytes, follows the operators of each page as a viewer does, and paints every
 * path that is filled by the even-odd rule, as large as the white ground beneath it. The symbol's own object is not
 * asked; only its number of modules serves, to choose how finely to paint.
 */
final class DrawnSymbols {

    private static final int PIXELS_PER_MODULE = 3;

    private DrawnSymbols() {}

    /** What is wrong with the symbols of a file; the place is the page, counted from 1. */
    static List<Problem> check(byte[] pdf, List<Page> pages, ArtefactCheck check) {
        List<Problem> problems = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int i = 0; i < pages.size(); i++) {
                Place place = Place.path("page[" + (i + 1) + "]");
                List<PlacedSymbol> expected = pages.get(i).symbols();
                List<Drawn> drawn = i < document.getNumberOfPages() ? drawn(document.getPage(i)) : List.of();
                if (drawn.size() != expected.size()) {
                    problems.add(Problem.of(ReadingProblem.NO_SYMBOL, place));
                    continue;
                }
                for (int j = 0; j < drawn.size(); j++) {
                    int modules = expected.get(j).symbol().size() + 2 * PlacedSymbol.QUIET_ZONE;
                    drawn.get(j)
                            .check(check, modules, expected.get(j).symbol().text())
                            .ifPresent(problem -> problems.add(problem.at(place)));
                }
            }
        } catch (IOException damaged) {
            problems.add(Problem.of(ReadingProblem.NO_SYMBOL, Place.nowhere()));
        }
        return problems;
    }

    private static List<Drawn> drawn(PDPage page) throws IOException {
        Interpreter interpreter = new Interpreter();
        PDFStreamParser parser = new PDFStreamParser(page);
        List<Double> operands = new ArrayList<>();
        for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
            if (token instanceof COSNumber number) {
                operands.add((double) number.floatValue());
            } else if (token instanceof Operator operator) {
                interpreter.execute(operator.getName(), operands);
                operands.clear();
            }
        }
        return interpreter.drawn;
    }

    /** An outline in points, the white rectangle that was painted before it, and those that were painted onto it. */
    private record Drawn(FilledOutline outline, FilledOutline.Bounds ground, List<FilledOutline.Bounds> covers) {

        Optional<Problem> check(ArtefactCheck check, int modules, String expected) {
            double width = ground.width();
            double height = ground.height();
            if (!(width > 0 && height > 0 && Math.abs(width - height) < width / 10)) {
                return Optional.of(Problem.of(ReadingProblem.NO_SYMBOL, Place.nowhere()));
            }
            double scale = PIXELS_PER_MODULE * modules / width;
            BitPicture picture = outline.picture(ground.left(), ground.top(), width, height, scale);
            for (FilledOutline.Bounds cover : covers) {
                picture = picture.cleared(
                        (int) Math.floor((cover.left() - ground.left()) * scale),
                        (int) Math.floor((cover.top() - ground.top()) * scale),
                        (int) Math.ceil((cover.right() - ground.left()) * scale),
                        (int) Math.ceil((cover.bottom() - ground.top()) * scale));
            }
            return check.picture(picture, expected);
        }
    }

    /** The part of the imaging model that a page of ours uses; y is turned so that it grows downwards. */
    private static final class Interpreter {

        private final List<Drawn> drawn = new ArrayList<>();
        private final Deque<double[]> saved = new ArrayDeque<>();
        private double[] matrix = {1, 0, 0, 1, 0, 0};
        private boolean white;
        private FilledOutline.Bounds ground = new FilledOutline.Bounds(0, 0, 0, 0);
        private final List<double[]> lines = new ArrayList<>();
        private final List<Double> line = new ArrayList<>();

        void execute(String operator, List<Double> operands) {
            double[] numbers =
                    operands.stream().mapToDouble(Double::doubleValue).toArray();
            switch (operator) {
                case "q" -> saved.push(matrix.clone());
                case "Q" -> matrix = saved.isEmpty() ? matrix : saved.pop();
                case "cm" -> matrix = times(numbers, matrix);
                case "k" -> white = numbers[3] == 0;
                case "m", "l" -> point(numbers[0], numbers[1]);
                case "h" -> close();
                case "re" -> {
                    point(numbers[0], numbers[1]);
                    point(numbers[0] + numbers[2], numbers[1]);
                    point(numbers[0] + numbers[2], numbers[1] + numbers[3]);
                    point(numbers[0], numbers[1] + numbers[3]);
                    close();
                }
                case "f" -> {
                    if (white) {
                        white();
                    }
                    lines.clear();
                }
                case "f*" -> {
                    if (!white) {
                        drawn.add(new Drawn(FilledOutline.of(lines), ground, new ArrayList<>()));
                    }
                    lines.clear();
                }
                default -> {}
            }
        }

        /** A white rectangle is the ground of the next symbol, or lies on the last one. */
        private void white() {
            FilledOutline.Bounds bounds = FilledOutline.of(lines).bounds();
            if (!drawn.isEmpty()) {
                FilledOutline.Bounds last = drawn.get(drawn.size() - 1).ground();
                if (bounds.left() > last.left()
                        && bounds.top() > last.top()
                        && bounds.right() < last.right()
                        && bounds.bottom() < last.bottom()) {
                    drawn.get(drawn.size() - 1).covers().add(bounds);
                    return;
                }
            }
            ground = bounds;
        }

        private void point(double x, double y) {
            line.add(matrix[0] * x + matrix[2] * y + matrix[4]);
            line.add(-(matrix[1] * x + matrix[3] * y + matrix[5]));
        }

        private void close() {
            lines.add(line.stream().mapToDouble(Double::doubleValue).toArray());
            line.clear();
        }

        private static double[] times(double[] inner, double[] outer) {
            return new double[] {
                inner[0] * outer[0] + inner[1] * outer[2],
                inner[0] * outer[1] + inner[1] * outer[3],
                inner[2] * outer[0] + inner[3] * outer[2],
                inner[2] * outer[1] + inner[3] * outer[3],
                inner[4] * outer[0] + inner[5] * outer[2] + outer[4],
                inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
            };
        }
    }
}
