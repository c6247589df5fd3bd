package vn.sipas.io.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.Fraction;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.core.ProblemKind;
import vn.sipas.core.rating.Setting;
import vn.sipas.io.json.tree.JsonFields;
import vn.sipas.io.json.tree.JsonTree;
import vn.sipas.io.json.tree.JsonTree.ArrayTree;
import vn.sipas.io.json.tree.JsonTree.ObjectTree;
import vn.sipas.io.json.tree.JsonTree.TextTree;

/** The settings of a scheme with the values that this reading uses. */
final class SchemeSettings {

    static final Set<String> NAMES = Set.of("name", "title", "choices", "default", "value", "chosenBy");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Set<String> declared = new LinkedHashSet<>();
    private final List<Setting> settings = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private SchemeSettings() {}

    static SchemeSettings read(JsonFields root, Map<String, String> given) {
        SchemeSettings settings = new SchemeSettings();
        List<@Nullable Boolean> read = root.objects("settings", fields -> settings.setting(fields, given));
        for (String name : given.keySet()) {
            if (!settings.declared.contains(name)) {
                settings.report(
                        SchemeProblem.SETTING_UNKNOWN,
                        read == null ? "" : "settings",
                        "setting",
                        name,
                        "settings",
                        String.join(", ", settings.declared));
            }
        }
        return settings;
    }

    List<Setting> settings() {
        return settings;
    }

    List<Problem> problems() {
        return problems;
    }

    /** Puts the values where the document refers to settings. */
    JsonTree complete(JsonTree root) {
        if (!(root instanceof ObjectTree object)) {
            return root;
        }
        Map<String, JsonTree> fields = new LinkedHashMap<>();
        object.fields()
                .forEach((name, value) -> fields.put(name, name.equals("settings") ? value : completed(value, name)));
        return new ObjectTree(fields, object.spot());
    }

    private Boolean setting(JsonFields fields, Map<String, String> given) {
        String name = fields.text("name");
        if (name == null) {
            report(SchemeProblem.REQUIRED, fields.pathOf("name"));
            return false;
        }
        declared.add(name);
        LocalizedText title = title(fields, name);
        String callers = given.get(name);
        String stored = fields.numberOrText("value");
        String value = callers != null ? callers : stored != null ? stored : fields.numberOrText("default");
        if (value == null) {
            report(SchemeProblem.SETTING_REQUIRED, fields.path(), "setting", name, "title", title.en());
            return false;
        }
        List<@Nullable String> choices = fields.texts("choices");
        if (choices != null && !choices.contains(value)) {
            report(SchemeProblem.WORD, fields.path(), "words", choices);
            return false;
        }
        if (choices == null && !isNumber(value)) {
            report(SchemeProblem.NUMBER, fields.path());
            return false;
        }
        boolean byCaller = callers != null || (stored != null && !"default".equals(fields.text("chosenBy")));
        values.put(name, value);
        try {
            settings.add(
                    new Setting(name, title, value, byCaller ? Setting.ChosenBy.CALLER : Setting.ChosenBy.DEFAULT));
        } catch (IllegalArgumentException refused) {
            report(SchemeProblem.VALUE, fields.pathOf("name"), "detail", String.valueOf(refused.getMessage()));
        }
        return true;
    }

    private static LocalizedText title(JsonFields fields, String name) {
        LocalizedText title = fields.object("title", text -> {
            String vi = text.text("vi");
            String en = text.text("en");
            return vi == null || vi.isBlank() || en == null || en.isBlank()
                    ? LocalizedText.same(name)
                    : LocalizedText.of(vi, en);
        });
        return title == null ? LocalizedText.same(name.isBlank() ? "?" : name) : title;
    }

    private static boolean isNumber(String value) {
        try {
            Fraction.parse(value);
            return true;
        } catch (IllegalArgumentException notANumber) {
            return false;
        }
    }

    private JsonTree completed(JsonTree value, String path) {
        if (value instanceof ArrayTree array) {
            List<JsonTree> elements = new ArrayList<>();
            for (int i = 0; i < array.elements().size(); i++) {
                elements.add(completed(array.elements().get(i), path + "[" + i + "]"));
            }
            return new ArrayTree(elements, array.spot());
        }
        if (!(value instanceof ObjectTree object)) {
            return value;
        }
        if (object.fields().size() == 1 && object.fields().get("setting") instanceof TextTree name) {
            String used = values.get(name.text());
            if (used != null) {
                return new TextTree(used, object.spot());
            }
            if (!declared.contains(name.text())) {
                report(
                        SchemeProblem.SETTING_UNKNOWN,
                        path,
                        "setting",
                        name.text(),
                        "settings",
                        String.join(", ", declared));
            }
            return new TextTree("0", object.spot());
        }
        Map<String, JsonTree> fields = new LinkedHashMap<>();
        object.fields().forEach((name, child) -> fields.put(name, completed(child, path + "." + name)));
        return new ObjectTree(fields, object.spot());
    }

    private void report(ProblemKind kind, String path, Object... attributes) {
        problems.add(Problem.of(kind, Place.path(path), attributes));
    }
}
