package vn.sipas.qr.issue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import vn.sipas.qr.payload.LinkKind;
import vn.sipas.qr.payload.SurveyLink;
import vn.sipas.qr.print.PrintFonts;
import vn.sipas.qr.reading.ArtefactCheck;
import vn.sipas.qr.reading.SymbolReader;
import vn.sipas.qr.signing.DocumentSeal;
import vn.sipas.qr.signing.SerialPermutation;

/**
 * Writes batches of codes to a folder.
 *
 * <p>Every file appears whole or not at all, and the manifest last: a folder without {@code manifest.csv} is not finished.
 * Running the same order again resumes: files that are there with the same bytes are kept. A file with other bytes is
 * never overwritten. The manifest has one row per code, {@code unit,name,serial,url,file,version,ec,mask,sha256}, in
 * UTF-8; beside it stands {@code manifest.csv.seal}, a {@link DocumentSeal} over its bytes. The manifest contains the
 * codes themselves: who has that of a batch of receipts can vote in their place.
 *
 * <p>Every file is read back before it is written, see {@link ArtefactCheck} and {@link vn.sipas.qr.print}: a file that does
 * not say its address to a program that knows only the file is not handed out. ZXing does that if it is there; a host
 * without it gives a reader of its own.
 */
public final class BatchIssuer {

    /** The name of the list of codes. */
    public static final String MANIFEST = "manifest.csv";

    /** The name of the signature over the list. */
    public static final String SEAL = "manifest.csv.seal";

    private static final String HEADER = "unit,name,serial,url,file,version,ec,mask,sha256\n";

    private final LinkIssuer issuer;
    private final Optional<SerialPermutation> serials;
    private final Optional<SymbolReader> reader;
    private final Optional<PrintFonts> fonts;

    private BatchIssuer(
            LinkIssuer issuer,
            Optional<SerialPermutation> serials,
            Optional<SymbolReader> reader,
            Optional<PrintFonts> fonts) {
        this.issuer = Objects.requireNonNull(issuer, "issuer");
        this.serials = Objects.requireNonNull(serials, "serials");
        this.reader = reader;
        this.fonts = fonts;
    }

    /**
     * Makes an issuer of batches that reads its files back with ZXing and sets PDF files in Liberation Sans.
     *
     * @param issuer makes the single codes
     * @param serials numbers receipts; may be absent where only posters are made
     * @return the issuer of batches
     */
    public static BatchIssuer of(LinkIssuer issuer, Optional<SerialPermutation> serials) {
        return new BatchIssuer(issuer, serials, Optional.empty(), Optional.empty());
    }

    /**
     * Returns an issuer of batches that reads its files back with another program.
     *
     * @param newReader the reader
     * @return the issuer of batches
     */
    public BatchIssuer withReader(SymbolReader newReader) {
        return new BatchIssuer(issuer, serials, Optional.of(newReader), fonts);
    }

    /**
     * Returns an issuer of batches that sets PDF files in other fonts.
     *
     * @param newFonts the fonts
     * @return the issuer of batches
     */
    public BatchIssuer withFonts(PrintFonts newFonts) {
        return new BatchIssuer(issuer, serials, reader, Optional.of(newFonts));
    }

    /**
     * Writes a batch.
     *
     * @param order what it shall contain
     * @param folder where it goes; made if it is missing
     * @param progress hears how far it is
     * @return what was made
     * @throws FileAlreadyExistsException if a file of the batch is there with other content
     * @throws IOException if the folder cannot be written
     * @throws vn.sipas.core.ProblemException if a text cannot be set on the paper, or if a finished file does not read as it
     *     should; no manifest is written
     * @throws IllegalStateException if ZXing is missing and no reader was given, or PDFBox or the fonts for PDF files
     * @throws IllegalArgumentException if receipts are ordered without a permutation of serials, or the signer may not
     *     sign for a unit or for the issue day
     */
    public BatchReport issue(BatchOrder order, Path folder, BatchProgress progress) throws IOException {
        if (order.kind() == LinkKind.RECEIPT && serials.isEmpty()) {
            throw new IllegalArgumentException("order must not be of receipts without a permutation of serials");
        }
        Artefacts artefacts = Artefacts.of(order, issuer.base(), reader.orElseGet(SymbolReader::zxing), fonts);
        Files.createDirectories(folder);
        Path temporary = folder.resolve("." + MANIFEST + ".tmp");
        try {
            return order.oneFile()
                    ? together(order, folder, temporary, artefacts, progress)
                    : apart(order, folder, temporary, artefacts, progress);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private BatchReport apart(
            BatchOrder order, Path folder, Path temporary, Artefacts artefacts, BatchProgress progress)
            throws IOException {
        long kept = 0;
        long notScanSafe = 0;
        long done = 0;
        try (BufferedWriter manifest = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8)) {
            manifest.write(HEADER);
            for (BatchOrder.NamedUnit unit : order.units()) {
                for (int i = 0; i < order.countPerUnit(); i++) {
                    IssuedCode code = issuer.issue(link(order, unit, order.firstNumber() + i));
                    String file = fileName(order, unit, order.firstNumber() + i);
                    byte[] content = artefacts.draw(unit, code);
                    kept += writeOnce(folder.resolve(file), content) ? 0 : 1;
                    notScanSafe += code.symbol().scanSafe() ? 0 : 1;
                    manifest.write(row(unit, code, file, sha256(content)));
                    progress.onCode(++done, order.size());
                }
            }
        }
        return finish(folder, temporary, done, kept, notScanSafe);
    }

    /** All codes in one file of many pages, in the order of the manifest. */
    private BatchReport together(
            BatchOrder order, Path folder, Path temporary, Artefacts artefacts, BatchProgress progress)
            throws IOException {
        List<BatchOrder.NamedUnit> units = new ArrayList<>();
        List<IssuedCode> codes = new ArrayList<>();
        for (BatchOrder.NamedUnit unit : order.units()) {
            for (int i = 0; i < order.countPerUnit(); i++) {
                units.add(unit);
                codes.add(issuer.issue(link(order, unit, order.firstNumber() + i)));
                progress.onCode(codes.size(), order.size());
            }
        }
        byte[] content = artefacts.drawTogether(units, codes);
        String file = order.kind().name().toLowerCase(Locale.ROOT) + "s."
                + order.format().extension();
        long kept = writeOnce(folder.resolve(file), content) ? 0 : 1;
        long notScanSafe =
                codes.stream().filter(code -> !code.symbol().scanSafe()).count();
        try (BufferedWriter manifest = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8)) {
            manifest.write(HEADER);
            byte[] hash = sha256(content);
            for (int i = 0; i < codes.size(); i++) {
                manifest.write(row(units.get(i), codes.get(i), file, hash));
            }
        }
        return finish(folder, temporary, codes.size(), kept, notScanSafe);
    }

    private BatchReport finish(Path folder, Path temporary, long done, long kept, long notScanSafe) throws IOException {
        byte[] manifest = Files.readAllBytes(temporary);
        DocumentSeal seal =
                DocumentSeal.of(issuer.signer().issuer(), issuer.signer().key(), manifest);
        writeOnce(folder.resolve(SEAL), (seal + "\n").getBytes(StandardCharsets.UTF_8));
        writeOnce(folder.resolve(MANIFEST), manifest);
        return new BatchReport(folder.resolve(MANIFEST), folder.resolve(SEAL), done, kept, notScanSafe);
    }

    private SurveyLink link(BatchOrder order, BatchOrder.NamedUnit unit, long number) {
        SurveyLink link =
                switch (order.kind()) {
                    case POSTER -> SurveyLink.poster(unit.unit(), order.campaign(), order.issueDay());
                    case RECEIPT ->
                        SurveyLink.receipt(
                                unit.unit(),
                                order.campaign(),
                                order.issueDay(),
                                serials.orElseThrow().publicSerial(order.campaign(), unit.unit(), number));
                    case TRAINING -> SurveyLink.training(unit.unit(), order.campaign(), order.issueDay());
                    case ROTATING_SCREEN -> throw new IllegalStateException("a screen has no batch");
                };
        return link.withValidity(order.validity());
    }

    private static String fileName(BatchOrder order, BatchOrder.NamedUnit unit, long number) {
        String kind = order.kind().name().toLowerCase(Locale.ROOT);
        String suffix = order.kind() == LinkKind.RECEIPT ? String.format(Locale.ROOT, "-%07d", number) : "";
        return kind + "-" + unit.unit() + suffix + "." + order.format().extension();
    }

    private static String row(BatchOrder.NamedUnit unit, IssuedCode code, String file, byte[] hash) {
        SurveyLink link = code.token().link();
        return String.join(
                        ",",
                        unit.unit().toString(),
                        quoted(unit.name().vi()),
                        link.serial().isPresent() ? Long.toString(link.serial().getAsLong()) : "",
                        code.url(),
                        file,
                        Integer.toString(code.symbol().version()),
                        code.symbol().level().name(),
                        Integer.toString(code.symbol().mask()),
                        HexFormat.of().formatHex(hash))
                + "\n";
    }

    /** Quotes a field as RFC 4180 has it where it needs quotes. */
    private static String quoted(String field) {
        return field.chars().anyMatch(character -> ",\"\r\n".indexOf(character) >= 0)
                ? "\"" + field.replace("\"", "\"\"") + "\""
                : field;
    }

    /** Writes a file whole; keeps one with the same bytes; returns whether it was written. */
    private static boolean writeOnce(Path file, byte[] content) throws IOException {
        if (Files.exists(file)) {
            if (Files.size(file) == content.length && Arrays.equals(Files.readAllBytes(file), content)) {
                return false;
            }
            throw new FileAlreadyExistsException(file.toString(), null, "it has other content; choose an empty folder");
        }
        Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
        try {
            Files.write(temporary, content);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
        return true;
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
