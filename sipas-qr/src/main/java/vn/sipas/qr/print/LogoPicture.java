package vn.sipas.qr.print;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.qr.poster.PrintProblem;
import vn.sipas.qr.symbol.ErrorCorrection;
import vn.sipas.qr.symbol.LogoBudget;
import vn.sipas.qr.symbol.QrSymbol;

/**
 * A picture for the middle of a symbol. Immutable.
 *
 * <p>It lies on a white square of whole modules. Whether a symbol can spare them is counted exactly, see
 * {@link LogoBudget}; half of what a block can restore stays free for dirt unless another reserve is asked for.
 */
public final class LogoPicture {

    /** The white border within the square, as a share of its side. */
    static final double BORDER = 0.06;

    private static final int MAX_BYTES = 4 * 1024 * 1024;
    private static final int MAX_PIXELS = 4_000_000;

    private final byte[] image;
    private final double share;
    private final double reserve;

    private LogoPicture(byte[] image, double share, double reserve) {
        this.image = image;
        this.share = share;
        this.reserve = reserve;
    }

    /**
     * Takes a picture.
     *
     * @param image the bytes of a PNG or JPEG file, at most 4 MiB and 4 million pixels
     * @param share the side of its square as a share of the symbol's side without the quiet zone, in (0, 0.5]
     * @return the picture
     * @throws IOException if the bytes are no such file
     */
    public static LogoPicture of(byte[] image, double share) throws IOException {
        if (!(share > 0 && share <= 0.5)) {
            throw new IllegalArgumentException("share must be in (0, 0.5], was " + share);
        }
        if (image.length > MAX_BYTES) {
            throw new IOException("a logo may have at most " + MAX_BYTES + " bytes, had " + image.length);
        }
        byte[] copy = image.clone();
        requireSize(copy);
        LogoPicture picture = new LogoPicture(copy, share, LogoBudget.USUAL_RESERVE);
        try (PDDocument trial = new PDDocument()) {
            picture.embed(trial);
        } catch (IllegalArgumentException unknown) {
            throw new IOException("a logo must be a PNG or JPEG file", unknown);
        }
        return picture;
    }

    /** Looks at width and height before anything of that size is made. */
    private static void requireSize(byte[] image) throws IOException {
        try (MemoryCacheImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(image))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new IOException("a logo must be a PNG or JPEG file");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MAX_PIXELS) {
                    throw new IOException("a logo may have at most " + MAX_PIXELS + " pixels");
                }
            } finally {
                reader.dispose();
            }
        }
    }

    /**
     * Returns the picture with another reserve.
     *
     * @param newReserve the share of what a block can restore that is kept for dirt, in [0, 1)
     * @return the picture
     */
    public LogoPicture withReserve(double newReserve) {
        if (!(newReserve >= 0 && newReserve < 1)) {
            throw new IllegalArgumentException("newReserve must be in [0, 1), was " + newReserve);
        }
        return new LogoPicture(image, share, newReserve);
    }

    /** The modules of the side of its white square. */
    int modules(QrSymbol symbol) {
        return LogoBudget.side(symbol, share);
    }

    /** Why a symbol cannot take this picture, with the level that could. */
    Optional<Problem> problem(QrSymbol symbol) {
        LogoBudget budget = LogoBudget.of(symbol.version(), symbol.level());
        LogoBudget.Cover cover = budget.cover(modules(symbol));
        if (cover.fits(reserve)) {
            return Optional.empty();
        }
        String level = LogoBudget.lowestLevel(symbol.text(), share, reserve)
                .map(ErrorCorrection::name)
                .orElse("–");
        return Optional.of(Problem.of(
                PrintProblem.LOGO_TOO_LARGE,
                Place.path("logo"),
                "side",
                cover.side(),
                "lost",
                cover.worst(),
                "allowed",
                cover.allowed(reserve),
                "largest",
                budget.largestSide(reserve),
                "level",
                level,
                "coversFunctionPattern",
                cover.coversFunction()));
    }

    PDImageXObject embed(PDDocument document) throws IOException {
        return Objects.requireNonNull(PDImageXObject.createFromByteArray(document, image, "logo"));
    }
}
