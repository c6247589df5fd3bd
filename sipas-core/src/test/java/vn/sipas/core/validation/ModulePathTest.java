package vn.sipas.core.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The standalone validators inside real modules, where a missing {@code opens} shows. White-box tests on the class path
 * pass without it.
 */
class ModulePathTest {

    private static final Pattern NEEDED = Pattern.compile(
            ".*(sipas-core.*classes|jakarta\\.validation-api-.*\\.jar|hibernate-validator-.*\\.jar|jboss-logging-.*\\.jar"
                    + "|classmate-.*\\.jar|commons-.*\\.jar)");

    @Test
    void standaloneValidatorsWorkInNamedModulesWithoutExpressionLanguage() throws ReflectiveOperationException {
        Path[] path = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> NEEDED.matcher(entry).matches() && !entry.contains("test-classes"))
                .map(Path::of)
                .toArray(Path[]::new);
        Configuration configuration = ModuleLayer.boot()
                .configuration()
                .resolveAndBind(ModuleFinder.of(path), ModuleFinder.of(), Set.of("vn.sipas.core"));
        ModuleLayer layer = ModuleLayer.defineModulesWithOneLoader(
                        configuration, List.of(ModuleLayer.boot()), ClassLoader.getPlatformClassLoader())
                .layer();
        assertTrue(layer.findModule("org.hibernate.validator").isPresent(), "bound as a service provider");
        ClassLoader loader = layer.findLoader("vn.sipas.core");
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            Class<?> validatorType = loader.loadClass("vn.sipas.core.validation.SurveyValidator");
            Class<?> documentType = loader.loadClass("vn.sipas.core.validation.SurveyDocument");
            assertTrue(documentType.getModule().isNamed());
            Object validator = validatorType.getMethod("standalone").invoke(null);
            Object empty = documentType.getConstructors()[0].newInstance(new Object[6]);
            Object checked = validatorType.getMethod("check", documentType).invoke(validator, empty);
            Method problems = checked.getClass().getMethod("problems");
            assertEquals(
                    4, ((List<?>) problems.invoke(checked)).size(), "id, revision, sections and title are missing");
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
