package vn.sipas.qr.reading;

import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.qr.symbol.BitPicture;

/**
 * Reads finished artefacts back. Immutable, safe for use by many threads if its reader is.
 *
 * <p>What is examined is the file as it will be handed out, never the symbol it was made from: of a PNG file every pixel
 * after decompression; of an SVG file, read as XML, the one path with the even-odd rule, painted with four pixels a
 * module and the quiet zone around it. In both the reader has to find the symbol by itself and to restore exactly the
 * expected text. Not examined: captions of an SVG poster, and whether a printer keeps the size.
 */
public final class ArtefactCheck {

    private static final int QUIET_ZONE = 4;
    private static final int PIXELS_PER_MODULE = 4;

    private final SymbolReader reader;

    private ArtefactCheck(SymbolReader reader) {
        this.reader = Objects.requireNonNull(reader, "reader");
    }

    /**
     * Makes a check.
     *
     * @param reader who reads
     * @return the check
     */
    public static ArtefactCheck of(SymbolReader reader) {
        return new ArtefactCheck(reader);
    }

    /**
     * Checks a picture.
     *
     * @param picture the picture
     * @param expected what its one symbol must say
     * @return what is wrong; empty if it reads as expected
     */
    public Optional<Problem> picture(BitPicture picture, String expected) {
        Objects.requireNonNull(expected, "expected");
        Optional<String> read = reader.read(picture);
        if (read.isEmpty()) {
            return Optional.of(problem(ReadingProblem.UNREADABLE));
        }
        return read.get().equals(expected) ? Optional.empty() : Optional.of(problem(ReadingProblem.MISREAD));
    }

    /**
     * Checks a PNG file of this library.
     *
     * @param png the bytes of the file
     * @param expected what its one symbol must say
     * @return what is wrong; empty if it reads as expected
     */
    public Optional<Problem> png(byte[] png, String expected) {
        Optional<BitPicture> picture = BitPicture.ofPng(png);
        return picture.isEmpty() ? Optional.of(problem(ReadingProblem.NO_SYMBOL)) : picture(picture.get(), expected);
    }

    /**
     * Checks an SVG file of this library.
     *
     * @param svg the document
     * @param expected what its one symbol must say
     * @return what is wrong; empty if it reads as expected
     */
    public Optional<Problem> svg(String svg, String expected) {
        Optional<FilledOutline> outline = SvgOutline.read(svg);
        if (outline.isEmpty()) {
            return Optional.of(problem(ReadingProblem.NO_SYMBOL));
        }
        FilledOutline.Bounds bounds = outline.get().bounds();
        double side = Math.max(bounds.width(), bounds.height()) + 2 * QUIET_ZONE;
        // Version 40 has 177 modules: anything larger is no symbol of ours and would only cost memory.
        if (!(side <= 177 + 2 * QUIET_ZONE)) {
            return Optional.of(problem(ReadingProblem.NO_SYMBOL));
        }
        return picture(
                outline.get()
                        .picture(bounds.left() - QUIET_ZONE, bounds.top() - QUIET_ZONE, side, side, PIXELS_PER_MODULE),
                expected);
    }

    private static Problem problem(ReadingProblem kind) {
        return Problem.of(kind, Place.nowhere());
    }
}
