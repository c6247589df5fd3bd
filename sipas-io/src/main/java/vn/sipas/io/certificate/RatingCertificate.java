package vn.sipas.io.certificate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import vn.sipas.core.Fraction;
import vn.sipas.core.Language;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.rating.Criterion;
import vn.sipas.core.rating.GateResult;
import vn.sipas.core.rating.RatingScheme;
import vn.sipas.core.rating.StarBand;
import vn.sipas.core.rating.StarRating;
import vn.sipas.io.optional.OptionalLibrary;
import vn.sipas.io.report.ResultText;

/**
 * Writes the rating of a unit as one page A4: stars, points by criterion, conditions, scheme with version, standing and legal
 * basis, and the day that the caller gives.
 *
 * <p>The page says that it states a computed result and is not the decision of an authority. Text is real text in embedded
 * fonts, so that it can be searched and copied; a character that the font lacks is printed as a question mark. If criteria and
 * conditions do not fit at the least size of print, the last ones are left out and the page says how many. The same rating
 * gives the same bytes. Immutable and safe for use by several threads.
 */
public final class RatingCertificate {

    private final Builder content;

    private RatingCertificate(Builder content) {
        this.content = content;
    }

    /**
     * Starts a certificate.
     *
     * @param rating the rating
     * @param unitName what the unit is called, not blank
     * @param day the day that the page bears
     * @return a builder of a page in Vietnamese
     */
    public static Builder builder(StarRating rating, String unitName, LocalDate day) {
        return new Builder(rating, unitName, day);
    }

    /**
     * Writes the page.
     *
     * @param fonts the fonts
     * @param output where to write; flushed, not closed
     * @throws IOException if writing fails or a font cannot be read
     * @throws IllegalStateException if PDFBox is not there; the message names what to add
     */
    public void write(CertificateFonts fonts, OutputStream output) throws IOException {
        OptionalLibrary.PDFBOX.require();
        try (PDDocument document = new PDDocument()) {
            PDDocumentInformation facts = document.getDocumentInformation();
            facts.setTitle(title().in(content.language) + " – " + content.unitName);
            facts.setCreator("SIPAS for Java");
            facts.setCreationDate(GregorianCalendar.from(content.day.atStartOfDay(ZoneOffset.UTC)));
            document.getDocumentCatalog().setLanguage(content.language.tag());
            document.setDocumentId(content.day.toEpochDay());
            CertificatePage page = new CertificatePage(document, fonts);
            draw(page);
            page.finish();
            // the page is written to memory first, because PDFBox closes what it writes to
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
            document.save(bytes);
            output.write(bytes.toByteArray());
        }
        output.flush();
    }

    private static LocalizedText title() {
        return LocalizedText.of("KẾT QUẢ XẾP LOẠI", "RATING RESULT");
    }

    private void draw(CertificatePage page) throws IOException {
        StarRating rating = content.rating;
        RatingScheme scheme = rating.scheme();
        Language language = content.language;
        if (content.notice.isPresent()) {
            page.banner(content.notice.get().in(language));
        }
        if (content.issuer.isPresent()) {
            page.centred(content.issuer.get().in(language), 11, false);
        }
        page.space(8);
        page.centred(title().in(language), 24, true);
        page.space(3);
        page.centred(scheme.title().in(language), 12, false);
        page.space(12);
        page.centred(content.unitName, 19, true);
        page.space(3);
        page.centred(say("Mã đơn vị: ", "Unit code: ") + rating.unit().value(), 10, false);
        page.space(10);
        int most = scheme.bands().stream().mapToInt(StarBand::stars).max().orElse(5);
        page.stars(rating.stars().orElse(0), most);
        page.centred(ResultText.outcome(rating.outcome()).in(language), 15, true);
        page.space(3);
        if (rating.printedTotal().isPresent()) {
            String total = number(rating.printedTotal().get()) + " / " + points(scheme.total());
            page.centred(say("Tổng điểm: ", "Total: ") + total + say(" điểm", " points"), 12, false);
        }
        for (LocalizedText reason : ResultText.reasons(rating)) {
            page.centred(reason.in(language), 10, false);
        }
        page.space(8);
        page.table(criteria(rating, scheme), gates(rating), foot(scheme), language);
    }

    private List<CertificatePage.Line> criteria(StarRating rating, RatingScheme scheme) {
        return Stream.concat(
                        scheme.criteria().stream(), scheme.bonus().stream().flatMap(bonus -> bonus.criteria().stream()))
                .map(criterion -> line(rating, criterion))
                .toList();
    }

    private CertificatePage.Line line(StarRating rating, Criterion criterion) {
        String got = rating.points(criterion.code()).map(this::points).orElse("–");
        return new CertificatePage.Line(
                criterion.title().in(content.language), got + " / " + points(criterion.maximum()));
    }

    private List<CertificatePage.Line> gates(StarRating rating) {
        return rating.gates().stream().map(this::line).toList();
    }

    private CertificatePage.Line line(GateResult gate) {
        return new CertificatePage.Line(
                gate.gate().title().in(content.language), gate.met() ? say("Đạt", "Met") : say("Không đạt", "Not met"));
    }

    private List<String> foot(RatingScheme scheme) {
        Language language = content.language;
        List<String> lines = new ArrayList<>();
        lines.add(say("Phương pháp: ", "Method: ") + scheme.method() + " – "
                + ResultText.standing(scheme.method().standing()).in(language));
        scheme.method()
                .legalBasis()
                .ifPresent(basis -> lines.add(say("Căn cứ: ", "Legal basis: ") + basis.in(language)));
        content.period.ifPresent(period -> lines.add(say("Kỳ đánh giá: ", "Period: ") + period.in(language)));
        lines.add(say("Ngày lập: ", "Date: ") + day());
        lines.add(say(
                "Bản này nêu kết quả tính toán theo bộ tiêu chí và số liệu đã nhập; không phải quyết định công nhận"
                        + " của cơ quan có thẩm quyền.",
                "This page states a result computed from the scheme and the data entered; it is not a decision of"
                        + " recognition by an authority."));
        return lines;
    }

    private String day() {
        return content.language == Language.VI
                ? content.day.format(DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT))
                : content.day.toString();
    }

    private String points(Fraction points) {
        return number(points.exactDecimal()
                .filter(exact -> exact.scale() <= 2)
                .orElseGet(() -> BigDecimal.valueOf(points.doubleValue()).setScale(2, RoundingMode.HALF_UP)));
    }

    private String number(BigDecimal value) {
        String plain = value.toPlainString();
        return content.language == Language.VI ? plain.replace('.', ',') : plain;
    }

    private String say(String vi, String en) {
        return content.language == Language.VI ? vi : en;
    }

    /** Fills in a certificate step by step. Not safe for use by several threads. */
    public static final class Builder {

        private final StarRating rating;
        private final String unitName;
        private final LocalDate day;
        private Language language = Language.VI;
        private Optional<LocalizedText> issuer = Optional.empty();
        private Optional<LocalizedText> period = Optional.empty();
        private Optional<LocalizedText> notice = Optional.empty();

        private Builder(StarRating rating, String unitName, LocalDate day) {
            this.rating = Objects.requireNonNull(rating, "rating");
            this.unitName = unitName;
            this.day = Objects.requireNonNull(day, "day");
            if (unitName.isBlank()) {
                throw new IllegalArgumentException("unitName must not be blank");
            }
        }

        private Builder(Builder other) {
            this(other.rating, other.unitName, other.day);
            this.language = other.language;
            this.issuer = other.issuer;
            this.period = other.period;
            this.notice = other.notice;
        }

        /**
         * Chooses the language of the page.
         *
         * @param of the language
         * @return this builder
         */
        public Builder language(Language of) {
            language = Objects.requireNonNull(of, "of");
            return this;
        }

        /**
         * States who computed the rating, at the top of the page.
         *
         * @param name what the office is called
         * @return this builder
         */
        public Builder issuer(LocalizedText name) {
            issuer = Optional.of(name);
            return this;
        }

        /**
         * States the period that was rated.
         *
         * @param name what it is called
         * @return this builder
         */
        public Builder period(LocalizedText name) {
            period = Optional.of(name);
            return this;
        }

        /**
         * Puts a notice on top, such as that the data are simulated.
         *
         * @param text the notice
         * @return this builder
         */
        public Builder notice(LocalizedText text) {
            notice = Optional.of(text);
            return this;
        }

        /**
         * Finishes.
         *
         * @return the certificate
         */
        public RatingCertificate build() {
            return new RatingCertificate(new Builder(this));
        }
    }
}
