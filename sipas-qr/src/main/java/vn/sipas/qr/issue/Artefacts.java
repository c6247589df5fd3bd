package vn.sipas.qr.issue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.sipas.core.Language;
import vn.sipas.core.Problem;
import vn.sipas.core.ProblemException;
import vn.sipas.qr.payload.LinkBase;
import vn.sipas.qr.payload.LinkKind;
import vn.sipas.qr.poster.PosterContent;
import vn.sipas.qr.poster.SlipContent;
import vn.sipas.qr.poster.SvgPoster;
import vn.sipas.qr.print.PosterPdf;
import vn.sipas.qr.print.PrintFonts;
import vn.sipas.qr.print.SlipPrinter;
import vn.sipas.qr.reading.ArtefactCheck;
import vn.sipas.qr.reading.SymbolReader;
import vn.sipas.qr.symbol.PngRendering;
import vn.sipas.qr.symbol.SvgRendering;

/** Draws the files of one order; nothing leaves here that has not been read back. */
interface Artefacts {

    /** The quiet zone of bare symbols in modules. */
    int QUIET_ZONE = 4;

    /** The pixels of a module of a bare symbol. */
    int PIXELS_PER_MODULE = 8;

    /** The bytes of the file of one code. */
    byte[] draw(BatchOrder.NamedUnit unit, IssuedCode code);

    /** The bytes of one file with all codes; only asked for PDF. */
    byte[] drawTogether(List<BatchOrder.NamedUnit> units, List<IssuedCode> codes);

    static Artefacts of(BatchOrder order, LinkBase base, SymbolReader reader, Optional<PrintFonts> fonts) {
        return switch (order.format()) {
            case PNG, SVG -> new Pictures(order, base, ArtefactCheck.of(reader));
            case PDF -> Paper.of(order, base, reader, fonts);
        };
    }

    /** SVG and PNG files, without any optional library but the reader's. */
    record Pictures(BatchOrder order, LinkBase base, ArtefactCheck check) implements Artefacts {

        @Override
        public byte[] draw(BatchOrder.NamedUnit unit, IssuedCode code) {
            if (order.format() == CodeFormat.PNG) {
                byte[] png = PngRendering.draw(code.symbol(), QUIET_ZONE, PIXELS_PER_MODULE);
                refuse(check.png(png, code.url()));
                return png;
            }
            String svg = order.kind() == LinkKind.RECEIPT
                    ? SvgRendering.document(
                            code.symbol(), QUIET_ZONE, unit.name().in(Language.VI))
                    : SvgPoster.draw(poster(order, base, unit, code), order.paper());
            refuse(check.svg(svg, code.url()));
            return svg.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] drawTogether(List<BatchOrder.NamedUnit> units, List<IssuedCode> codes) {
            throw new IllegalStateException("only PDF files hold more than one code");
        }

        private static void refuse(Optional<Problem> problem) {
            if (problem.isPresent()) {
                throw new ProblemException(List.of(problem.get()));
            }
        }
    }

    /** PDF files. */
    record Paper(BatchOrder order, LinkBase base, PosterPdf posters, SlipPrinter slips) implements Artefacts {

        static Paper of(BatchOrder order, LinkBase base, SymbolReader reader, Optional<PrintFonts> fonts) {
            PrintFonts used = fonts.orElseGet(PrintFonts::liberation);
            return new Paper(
                    order,
                    base,
                    PosterPdf.of(used, reader).withPaper(order.paper()),
                    SlipPrinter.of(used, reader, order.slip()));
        }

        @Override
        public byte[] draw(BatchOrder.NamedUnit unit, IssuedCode code) {
            return drawTogether(List.of(unit), List.of(code));
        }

        @Override
        public byte[] drawTogether(List<BatchOrder.NamedUnit> units, List<IssuedCode> codes) {
            if (order.kind() == LinkKind.RECEIPT) {
                List<SlipContent> contents = new ArrayList<>(codes.size());
                for (int i = 0; i < codes.size(); i++) {
                    contents.add(SlipContent.of(
                            units.get(i).name(),
                            order.campaignTitle(),
                            base,
                            codes.get(i).token(),
                            codes.get(i).symbol()));
                }
                return slips.pdf(contents);
            }
            List<PosterContent> contents = new ArrayList<>(codes.size());
            for (int i = 0; i < codes.size(); i++) {
                contents.add(poster(order, base, units.get(i), codes.get(i)));
            }
            return posters.draw(contents);
        }
    }

    /** What the poster of a code says. */
    static PosterContent poster(BatchOrder order, LinkBase base, BatchOrder.NamedUnit unit, IssuedCode code) {
        return PosterContent.of(unit.name(), order.campaignTitle(), base, code.token(), code.symbol());
    }
}
