package vn.sipas.qr.print;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalInt;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A TrueType font that can be embedded. Immutable, safe for use by many threads.
 *
 * <p>Only characters of the Basic Multilingual Plane are set, one glyph each, without ligatures, kerning and placement of
 * combining marks: text is composed first (NFC), and what cannot be composed is refused, never set wrongly.
 */
public final class PrintFont {

    private static final int MAX_BYTES = 32 * 1024 * 1024;
    private static final int PLANE = 0x10000;

    /** The letters with the highest and lowest marks of Vietnamese, and what else poster texts are made of. */
    private static final String EXTENT = "ẤẦẨẪẮẰẲẴẾỀỂỄỐỒỔỖỨỪỬỮÁÀẢÃĂÂÊÔƠƯĐẠẬẶẸỆỊỌỘỢỤỰỲỴỶỸạậặẹệịọộợụựỵgjpqy(),;/|_–·";

    private final String name;
    private final byte[] file;
    private final double unitsPerEm;
    private final short[] advances;
    private final double ascent;
    private final double descent;
    private final double capHeight;

    private PrintFont(byte[] file, TrueTypeFont font) throws IOException {
        this.file = file;
        this.name = Objects.requireNonNullElse(font.getName(), "");
        this.unitsPerEm = font.getUnitsPerEm();
        this.advances = new short[PLANE];
        Arrays.fill(advances, (short) -1);
        CmapLookup cmap = font.getUnicodeCmapLookup();
        for (int codePoint = ' '; codePoint < PLANE; codePoint++) {
            int glyph = Character.isISOControl(codePoint) ? 0 : cmap.getGlyphId(codePoint);
            if (glyph > 0) {
                advances[codePoint] = (short) Math.min(Short.MAX_VALUE, font.getAdvanceWidth(glyph));
            }
        }
        double top = 0;
        double bottom = 0;
        for (int i = 0; i < EXTENT.length(); i++) {
            GlyphData glyph = glyph(font, cmap, EXTENT.charAt(i));
            if (glyph != null) {
                top = Math.max(top, glyph.getYMaximum());
                bottom = Math.min(bottom, glyph.getYMinimum());
            }
        }
        this.ascent = top / unitsPerEm;
        this.descent = -bottom / unitsPerEm;
        GlyphData capital = glyph(font, cmap, 'H');
        this.capHeight = capital == null ? ascent : capital.getYMaximum() / unitsPerEm;
    }

    private static @Nullable GlyphData glyph(TrueTypeFont font, CmapLookup cmap, char letter) throws IOException {
        int glyph = cmap.getGlyphId(letter);
        return glyph > 0 ? font.getGlyph().getGlyph(glyph) : null;
    }

    /**
     * Reads a font file, such as Be Vietnam Pro.
     *
     * @param file a TrueType file ({@code .ttf}) of at most 32 MiB
     * @return the font
     * @throws IOException if it cannot be read, is no TrueType font, or does not allow embedding
     */
    public static PrintFont of(Path file) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            return of(input);
        }
    }

    /**
     * Reads a font.
     *
     * @param input the bytes of a TrueType file of at most 32 MiB; read to the end and not closed
     * @return the font
     * @throws IOException if it cannot be read, is no TrueType font, or does not allow embedding
     */
    public static PrintFont of(InputStream input) throws IOException {
        byte[] bytes = input.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new IOException("a font may have at most " + MAX_BYTES + " bytes");
        }
        try (TrueTypeFont font = parse(bytes)) {
            return new PrintFont(bytes, font);
        } catch (RuntimeException malformed) {
            // The parser runs off the end of broken tables in many ways.
            throw new IOException("not a TrueType font that can be embedded", malformed);
        }
    }

    private static TrueTypeFont parse(byte[] bytes) throws IOException {
        return new TTFParser(true).parse(new RandomAccessReadBuffer(bytes));
    }

    /**
     * Returns the name in the font itself.
     *
     * @return the PostScript name, such as {@code LiberationSans-Bold}; empty if it has none
     */
    public String name() {
        return name;
    }

    /**
     * Finds a character that this font cannot set.
     *
     * @param text the text; composed (NFC) first
     * @return the first code point without a glyph, or the first mark that does not melt into the letter before it
     */
    public OptionalInt firstMissing(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .filter(codePoint -> codePoint >= PLANE
                        || advances[codePoint] < 0
                        || Character.getType(codePoint) == Character.NON_SPACING_MARK)
                .findFirst();
    }

    /** The width in em; missing characters count nothing. */
    double width(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); i++) {
            width += Math.max(0, advances[text.charAt(i)]);
        }
        return width / unitsPerEm;
    }

    /** How far the highest letter reaches above the baseline, in em. */
    double ascent() {
        return ascent;
    }

    /** How far the lowest letter reaches below the baseline, in em. */
    double descent() {
        return descent;
    }

    /** The height of capitals without marks, in em. */
    double capHeight() {
        return capHeight;
    }

    /** The outlines of a line of text, in em to the right and upwards from its left end. */
    Shape outline(String text) {
        try (TrueTypeFont font = open()) {
            CmapLookup cmap = font.getUnicodeCmapLookup();
            GeneralPath outline = new GeneralPath();
            for (int i = 0; i < text.length(); i++) {
                GlyphData glyph = glyph(font, cmap, text.charAt(i));
                if (glyph != null) {
                    AffineTransform place = AffineTransform.getScaleInstance(1 / unitsPerEm, 1 / unitsPerEm);
                    place.translate(width(text.substring(0, i)) * unitsPerEm, 0);
                    outline.append(glyph.getPath().getPathIterator(place), false);
                }
            }
            return outline;
        } catch (IOException unexpected) {
            throw new UncheckedIOException("a font in memory could not be read", unexpected);
        }
    }

    /** A fresh view of the font for one document; the caller closes it. */
    TrueTypeFont open() throws IOException {
        return parse(file);
    }

    @Override
    public String toString() {
        return "PrintFont[" + name + "]";
    }
}
