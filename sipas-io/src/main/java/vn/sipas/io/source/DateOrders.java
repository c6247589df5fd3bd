package vn.sipas.io.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;

/**
 * Decides whether the dates of a file are written day first or month first. A date with a number above twelve proves it.
 * Where none does, evidence is taken and reported: rows that stand in the order of time under one reading alone, and
 * headings in Vietnamese, because Vietnamese is written day first. A heading in English says nothing, because the sheets
 * behind forms take the order from the country of their owner; then no day is taken.
 */
final class DateOrders {

    private static final LocalizedText IN_ORDER = LocalizedText.of(
            "chỉ theo cách đọc này các dòng mới đúng trình tự thời gian",
            "the rows stand in the order of time under this reading alone");
    private static final LocalizedText VIETNAMESE = LocalizedText.of(
            "tiêu đề cột bằng tiếng Việt, mà tiếng Việt viết ngày trước",
            "the heading is in Vietnamese, which is written day first");

    private final List<MappedColumn> mapped;
    private final List<ColumnProfile> profiles;
    private final Place place;

    private DateOrders(List<MappedColumn> mapped, List<ColumnProfile> profiles, Place place) {
        this.mapped = mapped;
        this.profiles = profiles;
        this.place = place;
    }

    /** The order of the whole file, if there is evidence; what was assumed and what stays unclear is added to the notes. */
    static Optional<DateOrder> decide(
            List<MappedColumn> mapped, List<ColumnProfile> profiles, Place place, List<Problem> notes) {
        return new DateOrders(mapped, profiles, place).decide(notes);
    }

    private Optional<DateOrder> decide(List<Problem> notes) {
        List<Integer> dates = new ArrayList<>();
        for (int i = 0; i < mapped.size(); i++) {
            if (isDate(mapped.get(i))) {
                dates.add(i);
            }
        }
        dates.stream()
                .filter(i -> profiles.get(i).dates().buddhist() > 0)
                .forEach(i -> notes.add(Problem.of(
                        SourceProblem.BUDDHIST_YEARS,
                        place.withPath(mapped.get(i).heading()),
                        "name",
                        Headings.normal(mapped.get(i).heading()))));
        boolean dayFirst = dates.stream().anyMatch(i -> profiles.get(i).dates().provesDayFirst());
        boolean monthFirst =
                dates.stream().anyMatch(i -> profiles.get(i).dates().provesMonthFirst());
        if (dayFirst != monthFirst) {
            return Optional.of(dayFirst ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST);
        }
        dates.removeIf(i -> profiles.get(i).dates().unclear() == 0);
        if (!dayFirst) {
            for (int i : dates) {
                Optional<DateOrder> trend = mapped.get(i).role() == ColumnRole.DAY
                        ? profiles.get(i).dates().trend()
                        : Optional.empty();
                if (trend.isPresent()) {
                    notes.add(assumed(i, trend.get(), IN_ORDER));
                    return trend;
                }
            }
            for (int i : dates) {
                if (HeadingLanguage.isVietnamese(mapped.get(i).heading())) {
                    notes.add(assumed(i, DateOrder.DAY_FIRST, VIETNAMESE));
                    return Optional.of(DateOrder.DAY_FIRST);
                }
            }
        }
        dates.forEach(i -> notes.add(Problem.of(
                SourceProblem.DATE_ORDER_UNCLEAR,
                place.withPath(mapped.get(i).heading()),
                "name",
                Headings.normal(mapped.get(i).heading()))));
        return Optional.empty();
    }

    private Problem assumed(int index, DateOrder order, LocalizedText why) {
        return Problem.of(
                SourceProblem.DATE_ORDER_ASSUMED,
                place.withPath(mapped.get(index).heading()),
                "name",
                Headings.normal(mapped.get(index).heading()),
                "orderVi",
                order.label().vi(),
                "orderEn",
                order.label().en(),
                "whyVi",
                why.vi(),
                "whyEn",
                why.en());
    }

    private static boolean isDate(MappedColumn column) {
        return column.role() == ColumnRole.DAY
                || column.role() == ColumnRole.COMPLETION
                || column.kind().filter(kind -> kind == AnswerKind.DATE).isPresent();
    }
}
