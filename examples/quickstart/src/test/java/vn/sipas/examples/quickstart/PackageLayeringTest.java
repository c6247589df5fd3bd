package vn.sipas.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Packages import downwards only: each layer below may use the layers above it in this list, never its own. */
class PackageLayeringTest {

    private static final List<Set<String>> LAYERS = List.of(
            Set.of("core"),
            Set.of("core.unit", "core.survey", "core.design"),
            Set.of("core.estimate", "core.response"),
            Set.of("core.validation", "core.quality"),
            Set.of("core.index"),
            Set.of("core.rating", "core.disclosure"),
            Set.of("qr.payload", "io", "io.file", "io.table"),
            Set.of(
                    "qr.signing",
                    "qr.symbol",
                    "io.identifier",
                    "io.optional",
                    "io.progress",
                    "io.text",
                    "io.json.tree",
                    "io.xml"),
            Set.of("qr.poster", "qr.reading", "qr.replay", "io.csv", "io.json", "io.xlsx"),
            Set.of("qr.print"),
            Set.of("qr.issue", "io.units", "io.catalog", "io.simulate", "io.report", "io.source", "io.questionnaire"),
            Set.of("io.jdbc"),
            Set.of("io.datapackage", "io.parquet", "io.sdmx", "io.spss", "io.workbook", "io.certificate"));

    private static final Iterable<JavaClass> CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.sipas.core", "vn.sipas.qr", "vn.sipas.io");

    @Test
    void packagesImportDownwardsOnly() {
        Map<String, Integer> layers = new HashMap<>();
        for (int i = 0; i < LAYERS.size(); i++) {
            for (String name : LAYERS.get(i)) {
                layers.put("vn.sipas." + name, i);
            }
        }
        Set<String> upwards = new TreeSet<>();
        Set<String> unplaced = new TreeSet<>();
        Set<String> seen = new TreeSet<>();
        for (JavaClass origin : CLASSES) {
            String from = origin.getPackageName();
            if (!layers.containsKey(from)) {
                unplaced.add(from);
                continue;
            }
            seen.add(from);
            origin.getDirectDependenciesFromSelf().forEach(dependency -> {
                String to = dependency.getTargetClass().getPackageName();
                if (!to.equals(from)
                        && layers.containsKey(to)
                        && (layers.get(to) >= layers.get(from) || strangers(from, to))) {
                    upwards.add(from + " imports " + to);
                }
            });
        }
        assertEquals(Set.of(), unplaced, "packages without a layer");
        assertEquals(Set.of(), upwards);
        assertTrue(seen.contains("vn.sipas.core"), "no classes were examined");
    }

    /** The modules for QR codes and for import and export do not know each other. */
    private static boolean strangers(String from, String to) {
        return (from.startsWith("vn.sipas.qr") && to.startsWith("vn.sipas.io"))
                || (from.startsWith("vn.sipas.io") && to.startsWith("vn.sipas.qr"));
    }
}
