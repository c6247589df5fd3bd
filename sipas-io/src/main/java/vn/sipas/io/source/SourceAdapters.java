package vn.sipas.io.source;

import java.util.List;
import java.util.Optional;

/** The adapters of this library. */
final class SourceAdapters {

    /** Every adapter; plain formats last, because they fit whatever nothing else fits. */
    private static final List<SourceAdapter> ALL = List.of(
            new LimeSurveyAdapter(),
            new QualtricsAdapter(),
            new GoogleFormsAdapter(),
            new LongTableAdapter(),
            new KoboAdapter(),
            new OdkAdapter(),
            new SurveyJsAdapter(),
            new HappyOrNotAdapter(),
            new CsvAdapter(),
            new XlsxAdapter(),
            new JsonAdapter());

    private SourceAdapters() {}

    static List<SourceAdapter> all() {
        return ALL;
    }

    static Optional<SourceAdapter> of(SurveyTool tool) {
        return ALL.stream().filter(adapter -> adapter.tool() == tool).findFirst();
    }
}
