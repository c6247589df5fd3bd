package vn.sipas.core.validation;

import jakarta.validation.MessageInterpolator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import vn.sipas.core.Language;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;

/**
 * Turns the codes that stand as messages in this package's constraints into Vietnamese or English sentences, without an
 * expression-language implementation.
 *
 * <p>A host that builds its own {@code ValidatorFactory} can configure this interpolator, or keep its own: the
 * validators of this package read the code, not the sentence. A message that is not a code of
 * {@link ValidationProblem} is handed back unchanged. Immutable and safe for use by several threads.
 */
public final class ConstraintMessages implements MessageInterpolator {

    private final Language language;

    /**
     * Makes an interpolator.
     *
     * @param language the language used where a caller names neither Vietnamese nor English
     */
    public ConstraintMessages(Language language) {
        this.language = Objects.requireNonNull(language, "language");
    }

    @Override
    public String interpolate(String messageTemplate, Context context) {
        return sentence(messageTemplate, context, language);
    }

    @Override
    public String interpolate(String messageTemplate, Context context, Locale locale) {
        return sentence(messageTemplate, context, languageOf(locale));
    }

    private Language languageOf(Locale locale) {
        for (Language known : Language.values()) {
            if (known.tag().equals(locale.getLanguage())) {
                return known;
            }
        }
        return language;
    }

    private static String sentence(String messageTemplate, Context context, Language language) {
        Map<String, Object> attributes = context.getConstraintDescriptor().getAttributes();
        return ValidationProblem.ofCode(messageTemplate)
                .map(kind -> problem(kind, Place.nowhere(), attributes).message(language))
                .orElse(messageTemplate);
    }

    static Problem problem(ValidationProblem kind, Place place, Map<String, Object> constraint) {
        TreeMap<String, String> attributes = new TreeMap<>();
        for (String name : new String[] {"min", "max", "value"}) {
            Object value = constraint.get(name);
            if (value instanceof Number) {
                attributes.put(name, value.toString());
            }
        }
        return new Problem(kind, place, attributes);
    }
}
