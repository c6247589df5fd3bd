package vn.sipas.io.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.sipas.core.Checked;
import vn.sipas.core.Language;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.io.table.SourceFile;

/** Decides what a file is, or says between which tools it will not guess. */
final class Detector {

    private Detector() {}

    static Checked<Detection> detect(SourceFile file, ImportOptions options) throws IOException {
        Checked<SourceSampler.Sampled> sampled = SourceSampler.sample(file, options);
        if (sampled.value().isEmpty()) {
            return Checked.refused(sampled.problems());
        }
        SourceSample sample = sampled.value().get().sample();
        List<LocalizedText> reasons = new ArrayList<>(sampled.value().get().reasons());
        List<Recognition> considered = SourceAdapters.all().stream()
                .map(adapter -> adapter.recognise(sample))
                .filter(recognition -> recognition.confidence() > 0)
                .sorted(Comparator.comparingInt(Recognition::confidence).reversed())
                .toList();
        Optional<SurveyTool> declared = options.tool()
                .or(() -> options.counts().map(layout -> SurveyTool.HAPPYORNOT))
                .or(() -> options.mapping().map(ColumnMapping::tool));
        SurveyTool tool;
        if (declared.isPresent()) {
            tool = declared.get();
            Optional<Recognition> own = considered.stream()
                    .filter(recognition -> recognition.tool() == tool)
                    .findFirst();
            if (own.isEmpty() && options.counts().isEmpty()) {
                return Checked.refused(
                        Problem.of(SourceProblem.NOT_THIS_TOOL, Place.in(file.name()), "tool", tool.id()));
            }
            reasons.add(LocalizedText.of("Công cụ do người dùng khai báo", "Tool as declared"));
        } else {
            Checked<Recognition> decided = decide(considered, file.name());
            if (decided.value().isEmpty()) {
                return Checked.refused(decided.problems());
            }
            tool = decided.value().get().tool();
            Optional<String> counted = holdsRows(decided.value().get()) ? CountSigns.unknown(sample) : Optional.empty();
            if (counted.isPresent()) {
                return Checked.refused(
                        Problem.of(FormToolProblem.LOOKS_COUNTED, Place.in(file.name()), "names", counted.get()));
            }
            Optional<String> aggregated =
                    holdsRows(decided.value().get()) ? AggregateSigns.of(sample) : Optional.empty();
            if (aggregated.isPresent()) {
                return Checked.refused(
                        Problem.of(FormToolProblem.LOOKS_AGGREGATED, Place.in(file.name()), "names", aggregated.get()));
            }
            Optional<Problem> shapeless = tool.isSpecific() ? Optional.empty() : TableShape.refusal(sample);
            if (shapeless.isPresent()) {
                return Checked.refused(shapeless.get());
            }
            reasons.addAll(decided.value().get().reasons());
        }
        Optional<Language> language = HeadingLanguage.of(sample.first().rows());
        language.ifPresent(found -> reasons.add(LocalizedText.of(
                found == Language.VI ? "Tiêu đề bằng tiếng Việt" : "Tiêu đề bằng tiếng Anh",
                found == Language.VI ? "Headings in Vietnamese" : "Headings in English")));
        return Checked.of(new Detection(tool, sample.kind(), sample.format(), language, reasons, considered));
    }

    /** Whether a tool is told by its shape alone, which counts may have, too. */
    private static boolean holdsRows(Recognition decided) {
        return !decided.tool().isSpecific()
                || (decided.tool() == SurveyTool.SURVEYJS && decided.confidence() < Recognition.CREDIBLE + 25);
    }

    private static Checked<Recognition> decide(List<Recognition> considered, String source) {
        List<Recognition> credible = considered.stream()
                .filter(recognition ->
                        recognition.tool().isSpecific() && recognition.confidence() >= Recognition.CREDIBLE)
                .toList();
        if (credible.size() > 1
                && credible.get(0).confidence() - credible.get(1).confidence() < Recognition.MARGIN) {
            return Checked.refused(Problem.of(
                    SourceProblem.AMBIGUOUS_TOOL,
                    Place.in(source),
                    "first",
                    credible.get(0).tool().id(),
                    "firstConfidence",
                    credible.get(0).confidence(),
                    "second",
                    credible.get(1).tool().id(),
                    "secondConfidence",
                    credible.get(1).confidence()));
        }
        if (!credible.isEmpty()) {
            return Checked.of(credible.get(0));
        }
        return considered.stream()
                .filter(recognition -> !recognition.tool().isSpecific())
                .findFirst()
                .map(Checked::of)
                .orElseGet(() -> Checked.refused(Problem.of(SourceProblem.UNKNOWN_FILE, Place.in(source))));
    }
}
