package vn.sipas.io.units;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.ProblemKind;
import vn.sipas.core.ValidityPeriod;
import vn.sipas.core.unit.Unit;
import vn.sipas.core.unit.UnitCode;
import vn.sipas.core.unit.UnitKey;
import vn.sipas.core.unit.UnitLevel;

/**
 * The open data set {@code thanglequoc/vietnamese-provinces-database} (MIT) in its own JSON, from version 3 on: a list of
 * provinces, each with its communal units in {@code Wards}.
 *
 * <p>All variants are read: full, simplified and Vietnamese-only, pretty-printed or minified. {@code Code} and
 * {@code FullName} are needed, {@code FullNameEn} is used if there, other fields are passed over. Field names are compared
 * without regard to case, because the set's documentation writes {@code fullName} where its files have {@code FullName}.
 */
public final class VietnameseProvincesDatabase {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(20)
                    .maxStringLength(4 * 1024)
                    .maxNameLength(200)
                    .maxNumberLength(100)
                    .build())
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    private VietnameseProvincesDatabase() {}

    /**
     * Reads a JSON file of the data set. If the file breaks off, the units before the break are kept.
     *
     * @param input the bytes; not closed
     * @param source the name of the file for the places of problems
     * @param validity the days for which the caller takes the list to hold
     * @return provinces and communal units, and the problems with line, column and path
     * @throws IOException if the bytes cannot be read
     */
    public static UnitList readJson(InputStream input, String source, ValidityPeriod validity) throws IOException {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(validity, "validity");
        try (JsonParser parser = JSON.createParser(input)) {
            return new Reading(parser, source, validity).read();
        } catch (CharConversionException notUnicode) {
            // The bytes look like UTF-32 in an order that nobody uses; nothing was read yet.
            return new UnitList(List.of(), List.of(Problem.of(UnitFileProblem.JSON_SYNTAX, Place.in(source, 1, 1))));
        }
    }

    /** What is known of the object being read. */
    private static final class Fields {

        private final Place place;
        private String code = "";
        private String name = "";
        private String english = "";
        private String parent = "";

        Fields(Place place) {
            this.place = place;
        }

        void set(String field, String value) {
            switch (field) {
                case "code" -> code = value;
                case "fullname" -> name = value;
                case "fullnameen" -> english = value;
                case "provincecode" -> parent = value;
                default -> {
                    // short names, code names and postal codes are not needed
                }
            }
        }
    }

    /** One run through a file. */
    private static final class Reading {

        private final JsonParser parser;
        private final String source;
        private final ValidityPeriod validity;
        private final UnitProblems problems = new UnitProblems();
        private final List<UnitList.Entry> entries = new ArrayList<>();

        Reading(JsonParser parser, String source, ValidityPeriod validity) {
            this.parser = parser;
            this.source = source;
            this.validity = validity;
        }

        UnitList read() throws IOException {
            try {
                boolean list = parser.nextToken() == JsonToken.START_ARRAY;
                boolean goOn = list;
                for (int i = 0; goOn && parser.nextToken() == JsonToken.START_OBJECT; i++) {
                    goOn = province("[" + i + "]");
                }
                if (!list || (goOn && parser.currentToken() != JsonToken.END_ARRAY)) {
                    problems.accept(Problem.of(UnitFileProblem.JSON_SHAPE, here("")));
                }
            } catch (JsonProcessingException | CharConversionException broken) {
                problems.accept(Problem.of(UnitFileProblem.JSON_SYNTAX, place(parser.currentLocation(), "")));
            }
            return new UnitList(entries, problems.toList());
        }

        /** Reads a province and its communal units; whatever is complete stays, also if the file breaks off. */
        private boolean province(String path) throws IOException {
            Fields province = new Fields(here(path));
            List<Fields> wards = new ArrayList<>();
            boolean complete = false;
            try {
                boolean goOn = true;
                while (goOn && parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName().toLowerCase(Locale.ROOT);
                    if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("wards")) {
                        goOn = wards(wards, path + ".Wards");
                    } else {
                        value(province, name);
                    }
                }
                complete = true;
                return goOn;
            } finally {
                if (complete || !(province.code.isEmpty() || province.name.isEmpty())) {
                    add(province, UnitLevel.PROVINCE, "");
                }
                wards.forEach(
                        ward -> add(ward, UnitLevel.COMMUNE, ward.parent.isEmpty() ? province.code : ward.parent));
            }
        }

        private boolean wards(List<Fields> wards, String path) throws IOException {
            for (int i = 0; parser.nextToken() == JsonToken.START_OBJECT; i++) {
                Fields ward = new Fields(here(path + "[" + i + "]"));
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName().toLowerCase(Locale.ROOT);
                    parser.nextToken();
                    value(ward, name);
                }
                if (entries.size() + wards.size() >= UnitTable.MAX_ROWS) {
                    problems.accept(Problem.of(UnitFileProblem.TOO_MANY_ROWS, ward.place, "limit", UnitTable.MAX_ROWS));
                    return false;
                }
                wards.add(ward);
            }
            if (parser.currentToken() != JsonToken.END_ARRAY) {
                problems.accept(Problem.of(UnitFileProblem.JSON_SHAPE, here(path)));
                return false;
            }
            return true;
        }

        private void value(Fields fields, String name) throws IOException {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                fields.set(name, parser.getText().strip());
            } else {
                parser.skipChildren();
            }
        }

        private void add(Fields fields, UnitLevel level, String parent) {
            Optional<UnitCode> code = code(fields, fields.code, "Code");
            Optional<UnitCode> above =
                    level == UnitLevel.PROVINCE ? Optional.empty() : code(fields, parent, "ProvinceCode");
            if (fields.name.isEmpty()) {
                refuse(UnitFileProblem.NAME_MISSING, fields, "FullName");
            } else if (code.isPresent() && (above.isPresent() || level == UnitLevel.PROVINCE)) {
                LocalizedText name =
                        LocalizedText.of(fields.name, fields.english.isEmpty() ? fields.name : fields.english);
                Unit unit = new Unit(new UnitKey(code.get(), validity), name, level, above);
                entries.add(new UnitList.Entry(unit, fields.place));
            }
        }

        private Optional<UnitCode> code(Fields fields, String text, String field) {
            try {
                return Optional.of(UnitCode.of(text));
            } catch (IllegalArgumentException malformed) {
                refuse(UnitFileProblem.CODE_FORM, fields, field);
                return Optional.empty();
            }
        }

        private void refuse(ProblemKind kind, Fields fields, String field) {
            Place place = fields.place.withPath(fields.place.path() + "." + field);
            problems.accept(Problem.of(kind, place, "field", field));
        }

        private Place here(String path) {
            return place(parser.currentTokenLocation(), path);
        }

        private Place place(JsonLocation location, String path) {
            return Place.in(source, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()))
                    .withPath(path);
        }
    }
}
