package vn.sipas.qr.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.sipas.core.Problem;
import vn.sipas.core.ProblemKind;
import vn.sipas.qr.symbol.BitPicture;
import vn.sipas.qr.symbol.ErrorCorrection;
import vn.sipas.qr.symbol.PngRendering;
import vn.sipas.qr.symbol.QrSymbol;
import vn.sipas.qr.symbol.SvgRendering;
import vn.sipas.qr.symbol.SymbolEncoder;

class ArtefactCheckTest {

    private static final String TEXT = "https://ks.bacninh.gov.vn/q/440G3GN0004PM2P8R1YDWJ9X1";
    private static final QrSymbol SYMBOL = SymbolEncoder.of(ErrorCorrection.M).encode(TEXT);
    private static final ArtefactCheck CHECK = ArtefactCheck.of(SymbolReader.zxing());

    @Test
    void wholeFilesReadAsTheyShould() {
        assertEquals(Optional.empty(), CHECK.png(PngRendering.draw(SYMBOL, 4, 8), TEXT));
        assertEquals(Optional.empty(), CHECK.png(PngRendering.draw(SYMBOL, 4, 3, 203), TEXT));
        assertEquals(Optional.empty(), CHECK.svg(SvgRendering.document(SYMBOL, 4, "QR"), TEXT));
        assertEquals(Optional.empty(), CHECK.picture(BitPicture.of(SYMBOL, 4, 4), TEXT));
    }

    @Test
    void whatADamagedFileLacksIsFound() {
        byte[] png = PngRendering.draw(SYMBOL, 4, 8);
        String svg = SvgRendering.document(SYMBOL, 4, "QR");
        assertEquals(ReadingProblem.MISREAD, kind(CHECK.png(png, TEXT + "0")));
        assertEquals(ReadingProblem.MISREAD, kind(CHECK.svg(svg, TEXT.substring(1))));
        assertEquals(ReadingProblem.NO_SYMBOL, kind(CHECK.png(new byte[0], TEXT)));
        byte[] flipped = png.clone();
        flipped[png.length / 2] ^= 1;
        assertEquals(ReadingProblem.NO_SYMBOL, kind(CHECK.png(flipped, TEXT)));
        for (String broken : List.of(
                "",
                "<svg/>",
                svg.substring(0, svg.length() / 2),
                svg.replace("evenodd", "nonzero"),
                svg.replace("d=\"M4", "d=\"Mx"),
                svg.replace("</svg>", "<path fill-rule=\"evenodd\" d=\"M0 0h1v1h-1z\"/></svg>"))) {
            assertEquals(ReadingProblem.NO_SYMBOL, kind(CHECK.svg(broken, TEXT)));
        }
        // One path too few: the first finder pattern is gone.
        String blind = svg.replaceFirst("M4 4h7v7h-7z", "");
        assertEquals(ReadingProblem.UNREADABLE, kind(CHECK.svg(blind, TEXT)));
        // A picture in negative.
        BitPicture positive = BitPicture.of(SYMBOL, 4, 4);
        BitSet dark = new BitSet();
        for (int i = 0; i < positive.width() * positive.height(); i++) {
            dark.set(i, !positive.dark(i % positive.width(), i / positive.width()));
        }
        assertEquals(
                ReadingProblem.UNREADABLE,
                kind(CHECK.picture(BitPicture.of(positive.width(), positive.height(), dark), TEXT)));
    }

    @Test
    void picturesSurviveTheirFile() {
        BitPicture picture = BitPicture.of(SYMBOL, 5, 3);
        assertEquals(Optional.of(picture), BitPicture.ofPng(picture.png(203)));
        byte[] other = "not a picture".getBytes(StandardCharsets.US_ASCII);
        assertEquals(Optional.empty(), BitPicture.ofPng(other));
        byte[] huge = picture.png(0);
        huge[16] = 0x7F;
        assertEquals(Optional.empty(), BitPicture.ofPng(huge));
    }

    private static ProblemKind kind(Optional<Problem> problem) {
        return problem.orElseThrow().kind();
    }
}
