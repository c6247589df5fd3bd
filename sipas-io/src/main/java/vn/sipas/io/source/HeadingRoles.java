package vn.sipas.io.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.sipas.core.unit.UnitCode;

/** What the heading of a column of a plain table says it is for, where nothing else does. */
final class HeadingRoles {

    /** Headings that name a band of respondents, and the name of the band. */
    private static final Map<String, String> BANDS = Map.ofEntries(
            Map.entry("gioi tinh", "sex"),
            Map.entry("sex", "sex"),
            Map.entry("gender", "sex"),
            Map.entry("do tuoi", "age"),
            Map.entry("nhom tuoi", "age"),
            Map.entry("tuoi", "age"),
            Map.entry("age", "age"),
            Map.entry("age group", "age"),
            Map.entry("age band", "age"));

    /** The band of columns that name the office visited. */
    private static final String OFFICE = "office";

    /** Names of administrative units and their committees; "xã hội" (society) begins like one. */
    private static final Pattern UNIT_NAME = Pattern.compile(
            "(?:ubnd|(?:ủy|uỷ) ban nhân dân|phường|xã(?! hội)|thị trấn|thị xã|đặc khu|huyện|quận|thành phố|tỉnh) [^,;]{1,40}");

    private static final Set<String> ROW_NUMBERS = Set.of("no", "stt", "so thu tu", "row id");

    /** Times of a response that say less than the time at which it was handed in. */
    private static final Set<String> OTHER_TIMES = Set.of(
            "start time",
            "start date",
            "start date utc",
            "stage date utc",
            "last modified time",
            "thoi gian bat dau",
            "thoi gian sua doi gan nhat",
            "thoi gian sua doi lan cuoi");

    private static final Map<String, ColumnRole> ROLES = new HashMap<>();

    static {
        put(
                ColumnRole.ID,
                "id",
                "response id",
                "respondent id",
                "responseid",
                "record id",
                "uuid",
                "ma phieu",
                "phieu",
                "id phieu",
                "submission id",
                "stt",
                "so thu tu",
                "no",
                "row id");
        put(
                ColumnRole.UNIT,
                "unit",
                "unit code",
                "ma don vi",
                "don vi",
                "unit id",
                "donvi",
                "ma dv",
                "ma xa",
                "ma co quan",
                "office code",
                "don vi id",
                "donvi id");
        put(ColumnRole.SERVICE_POINT, "service point", "counter", "quay", "quay so", "ban so", "diem giao dich");
        put(ColumnRole.WAVE, "wave", "dot", "dot khao sat", "ky khao sat");
        put(
                ColumnRole.DAY,
                "day",
                "date",
                "ngay",
                "timestamp",
                "dau thoi gian",
                "thoi gian",
                "created at",
                "submitted at",
                "submission date",
                "ngay tra loi",
                "ngay khao sat",
                "thoi gian gui",
                "createdat",
                "submit date",
                "completion time",
                "thoi gian hoan thanh",
                "end date",
                "submit date utc",
                "time");
        put(ColumnRole.MODE, "mode", "hinh thuc khao sat");
        put(ColumnRole.PROCEDURE, "procedure", "ma thu tuc", "procedure code");
        put(ColumnRole.FIELD, "field", "linh vuc");
        put(ColumnRole.WEIGHT, "weight", "trong so", "quyen so", "design weight");
        put(ColumnRole.STRATUM, "stratum", "tang", "strata");
        put(ColumnRole.PSU, "psu", "cum", "cluster", "primary sampling unit");
        put(ColumnRole.COMPLETION, "finished", "completed", "hoan thanh", "da hoan thanh");
        put(
                ColumnRole.IGNORE,
                "survey",
                "revision",
                "assurance",
                "survey id",
                "form id",
                "collector id",
                "finished at",
                "duration seconds");
    }

    private HeadingRoles() {}

    private static void put(ColumnRole role, String... headings) {
        for (String heading : headings) {
            ROLES.put(heading, role);
        }
    }

    /** Whether a heading names the number of a row, which names the response only where nothing else does. */
    static boolean numbersRows(String heading) {
        return heading.strip().equals("#") || ROW_NUMBERS.contains(Headings.plain(heading));
    }

    /** Whether a column holds a time beside the one at which the response was handed in. */
    static boolean isOtherTime(String heading, ColumnProfile profile) {
        return OTHER_TIMES.contains(Headings.plain(heading)) && (profile.filled() == 0 || profile.allDates());
    }

    /** Whether a text has more words than a key, so that it could say anything. */
    private static boolean isSentence(String text) {
        return text.chars().filter(c -> c == ' ').count() > 3;
    }

    /** The band of respondents that the heading names, or the office that all the values name. */
    static Optional<String> band(String heading, ColumnProfile profile) {
        Optional<String> named = band(heading).filter(band -> profile.looksLikeChoices());
        boolean offices = profile.filled() > 0
                && !profile.isOverflown()
                && profile.values().stream()
                        .allMatch(value ->
                                UNIT_NAME.matcher(Headings.folded(value)).matches());
        return named.or(() -> offices ? Optional.of(OFFICE) : Optional.empty());
    }

    private static Optional<String> band(String heading) {
        String tidy = Headings.normal(heading);
        if (tidy.startsWith("group.") && CodeNames.isCode(tidy.substring(6))) {
            return Optional.of(tidy.substring(6));
        }
        return Optional.ofNullable(BANDS.get(Headings.plain(Headings.unnumbered(heading))));
    }

    /** Whether a heading names where answers belong: unit, wave, weight, or place in the sample. */
    static boolean placesAnswers(String heading) {
        ColumnRole role = ROLES.get(Headings.plain(heading));
        return role == ColumnRole.UNIT
                || role == ColumnRole.WAVE
                || role == ColumnRole.WEIGHT
                || role == ColumnRole.STRATUM
                || role == ColumnRole.PSU;
    }

    /** The role that the heading names, if the values bear it out. */
    static Optional<ColumnRole> role(String heading, ColumnProfile profile) {
        ColumnRole role = heading.strip().equals("#") ? ColumnRole.ID : ROLES.get(Headings.plain(heading));
        if (role == null) {
            return Optional.empty();
        }
        boolean borneOut =
                switch (role) {
                    case ID -> profile.values().stream().noneMatch(HeadingRoles::isSentence);
                    case UNIT -> profile.values().stream().allMatch(value -> value.matches(UnitCode.CODE_FORM));
                    case DAY -> profile.filled() == 0 || profile.allDates();
                    case COMPLETION -> profile.values().stream().allMatch(Ticks::isTick);
                    case WEIGHT -> profile.filled() == 0 || profile.allNumbers();
                    case MODE ->
                        profile.values().stream()
                                .allMatch(value -> Modes.of(value).isPresent());
                    default -> !profile.looksLikeFreeText();
                };
        boolean repeatedId = role == ColumnRole.ID
                && profile.counts().values().stream().anyMatch(count -> count > 1)
                && profile.counts().size() < profile.filled() / 2;
        return borneOut && !repeatedId ? Optional.of(role) : Optional.empty();
    }
}
