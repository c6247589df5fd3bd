/**
 * Survey models, administrative units, design-based estimation, satisfaction indices and star ratings.
 *
 * <p>Packages import lower layers only: {@code core}, then {@code unit}, {@code survey} and {@code design}, then
 * {@code response} and {@code estimate}, then {@code validation} and {@code quality}, then {@code index}, then
 * {@code rating} and {@code disclosure}.
 */
@SuppressWarnings("module") // org.hibernate.validator is there at run time only
module vn.sipas.core {
    requires static transitive org.jspecify;
    requires transitive jakarta.validation;
    requires org.apache.commons.statistics.distribution;

    exports vn.sipas.core;
    exports vn.sipas.core.design;
    exports vn.sipas.core.estimate;
    exports vn.sipas.core.index;
    exports vn.sipas.core.rating;
    exports vn.sipas.core.response;
    exports vn.sipas.core.survey;
    exports vn.sipas.core.unit;
    exports vn.sipas.core.validation;

    // The provider reads the components of the documents; without this, validation dies on a real module path.
    opens vn.sipas.core.validation to
            org.hibernate.validator;
}
