package vn.sipas.io.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Problem;
import vn.sipas.core.response.Answer;
import vn.sipas.core.response.AssuranceClass;
import vn.sipas.core.response.CollectionMode;
import vn.sipas.core.response.Response;
import vn.sipas.core.response.SamplingPosition;
import vn.sipas.core.response.Transaction;
import vn.sipas.core.survey.Choice;
import vn.sipas.core.survey.MultipleChoiceQuestion;
import vn.sipas.core.survey.NumberQuestion;
import vn.sipas.core.survey.OpenTextQuestion;
import vn.sipas.core.survey.Question;
import vn.sipas.core.survey.RatingQuestion;
import vn.sipas.core.survey.RatingScale;
import vn.sipas.core.survey.Requirement;
import vn.sipas.core.survey.Section;
import vn.sipas.core.survey.SingleChoiceQuestion;
import vn.sipas.core.survey.Survey;
import vn.sipas.core.survey.SurveyKey;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.io.ReadReport;

class ResponseCsvPropertyTest {

    private static final LocalizedText TEXT = LocalizedText.of("Câu hỏi", "Question");
    private static final List<Choice> CHOICES =
            List.of(Choice.of("a", "A", "A"), Choice.of("b.1", "B", "B"), Choice.of("đ", "Đ", "Đ"));

    /** One question of each kind, and one whose code is the name of a column. */
    static final Survey SURVEY = Survey.of(
            SurveyKey.of("every-kind", 2),
            TEXT,
            List.of(new Section(
                    "s",
                    TEXT,
                    List.of(
                            RatingQuestion.of("q1", TEXT, RatingScale.likert5()),
                            RatingQuestion.of("unit", TEXT, RatingScale.yesNo()),
                            new SingleChoiceQuestion("one", TEXT, Requirement.OPTIONAL, CHOICES),
                            new MultipleChoiceQuestion("answer.many", TEXT, Requirement.OPTIONAL, CHOICES, 3),
                            new OpenTextQuestion("words", TEXT, Requirement.OPTIONAL, 1000),
                            new NumberQuestion(
                                    "visits",
                                    TEXT,
                                    Requirement.OPTIONAL,
                                    new BigDecimal(-1000),
                                    new BigDecimal(1000))))),
            List.of());

    private static final List<String> GROUPS = List.of("age", "nhóm");

    private static Arbitrary<String> text() {
        return Arbitraries.strings()
                .withChars("=+-@#'\"\\,;\r\n\t aNADKRF0\u00e0\u1ec7a\u0323\u0302\ufeff\u200f\u2028\u0111")
                .ofMinLength(1)
                .ofMaxLength(12)
                .map(text -> Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    private static Arbitrary<Answer> answer(Question question) {
        Arbitrary<Answer> missing =
                Arbitraries.of(Answer.NoAnswer.NOT_ASKED, Answer.NoAnswer.DONT_KNOW, Answer.NoAnswer.REFUSED);
        Arbitrary<? extends Answer> given;
        if (question instanceof RatingQuestion rating) {
            given = Arbitraries.of(rating.scale().levels()).map(level -> new Answer.Rated(level.value()));
        } else if (question instanceof SingleChoiceQuestion) {
            given = Arbitraries.of("a", "b.1", "đ").map(Answer.Selected::new);
        } else if (question instanceof MultipleChoiceQuestion) {
            given = Arbitraries.shuffle("a", "b.1", "đ")
                    .map(codes -> new Answer.SelectedAll(new LinkedHashSet<>(codes.subList(0, 2))));
        } else if (question instanceof OpenTextQuestion) {
            given = text().filter(text -> !text.isBlank()).map(Answer.Written::new);
        } else {
            given = Arbitraries.bigDecimals()
                    .between(new BigDecimal(-1000), new BigDecimal(1000))
                    .ofScale(3)
                    .map(Answer.Quantity::new);
        }
        return Arbitraries.frequencyOf(Tuple.of(3, given), Tuple.of(1, missing)).map(Answer.class::cast);
    }

    @Provide
    Arbitrary<List<Response>> responses() {
        return body().list().ofMaxSize(6).map(builders -> {
            Set<String> ids = new HashSet<>();
            return builders.stream()
                    .map(Response.Builder::build)
                    .filter(response -> ids.add(response.id()))
                    .toList();
        });
    }

    private static Arbitrary<Response.Builder> body() {
        Arbitrary<String> solid = text().filter(text -> !text.isBlank());
        Arbitrary<Optional<String>> maybe = text().optional(0.5);
        Arbitrary<SamplingPosition> position = Combinators.combine(
                        Arbitraries.longs()
                                .between(1, Double.doubleToLongBits(Double.MAX_VALUE))
                                .map(Double::longBitsToDouble),
                        maybe,
                        maybe)
                .as(SamplingPosition::new);
        Arbitrary<Transaction> transaction = Combinators.combine(
                        maybe,
                        maybe,
                        Arbitraries.of("07210", "X-1").map(UnitCode::of).optional(0.5))
                .as((procedure, field, unit) -> new Transaction(procedure, field, unit, unit));
        Arbitrary<List<Optional<Answer>>> answers = Combinators.combine(SURVEY.questions().stream()
                        .map(question -> answer(question).optional(0.7))
                        .toList())
                .as(list -> list);
        return Combinators.combine(
                        solid,
                        solid,
                        maybe,
                        Arbitraries.of(CollectionMode.values()),
                        Arbitraries.of(AssuranceClass.values()),
                        position,
                        transaction,
                        answers)
                .as((id, wave, extra, mode, assurance, place, business, given) -> {
                    Response.Builder builder = Response.builder(id, SURVEY.key(), UnitCode.of("07210"), wave)
                            .mode(mode)
                            .assurance(assurance)
                            .position(place)
                            .transaction(business);
                    extra.ifPresent(text -> builder.servicePoint(text)
                            .group("age", text)
                            .group("nhóm", "18-24")
                            .day(LocalDate.of(2024, 2, 29)));
                    for (int i = 0; i < given.size(); i++) {
                        String code = SURVEY.questions().get(i).code();
                        given.get(i).ifPresent(answer -> builder.answer(code, answer));
                    }
                    return builder;
                });
    }

    @Property(tries = 300)
    void readingGivesBackWhatWasWritten(
            @ForAll("responses") List<Response> responses,
            @ForAll ResponseLayout layout,
            @ForAll boolean byteOrderMark,
            @ForAll boolean decomposed)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ResponseCsvWriter writer = ResponseCsvWriter.open(bytes, SURVEY, layout, GROUPS)) {
            for (Response response : responses) {
                writer.write(response);
            }
        }
        String text = bytes.toString(StandardCharsets.UTF_8);
        if (decomposed) {
            text = Normalizer.normalize(text, Normalizer.Form.NFD);
        }
        List<Response> found = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();

        ReadReport report = ResponseCsvReader.of(SURVEY)
                .withLayout(layout)
                .read(
                        new ByteArrayInputStream(
                                ((byteOrderMark ? "\ufeff" : "") + text).getBytes(StandardCharsets.UTF_8)),
                        "r.csv",
                        found::add,
                        problems::add)
                .orThrow();

        assertEquals(List.of(), problems);
        assertEquals(responses, found);
        int rows = layout == ResponseLayout.WIDE ? 1 : SURVEY.questions().size();
        assertEquals((long) responses.size() * rows, report.used());
    }
}
