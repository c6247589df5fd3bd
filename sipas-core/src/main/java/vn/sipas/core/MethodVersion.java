package vn.sipas.core;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name under which a way of computing is published, so that last year's figure can be recomputed.
 *
 * @param id the method, lower-case words joined by hyphens, such as {@code sipas-2023-2026}
 * @param version the version of this description of the method, such as {@code 1}
 * @param standing whether the text behind it is law, a published practice or an assumption of this library
 * @param legalBasis the decision or circular it describes, if any
 * @param validity when the method applies
 */
public record MethodVersion(
        String id, String version, Standing standing, Optional<LocalizedText> legalBasis, ValidityPeriod validity) {

    /** How firm the ground is on which a method or a value stands. */
    public enum Standing {
        /** The value stands in a legal or official text that could be read. */
        OFFICIAL,
        /** The value was used in a published result or in a deployed system. */
        PUBLISHED,
        /** The value is a default of this library; no readable source gives it. */
        ASSUMPTION
    }

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

    public MethodVersion {
        Objects.requireNonNull(standing, "standing");
        Objects.requireNonNull(legalBasis, "legalBasis");
        Objects.requireNonNull(validity, "validity");
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("id must be lower-case words joined by hyphens, was \"" + id + "\"");
        }
        if (version.isBlank()) {
            throw new IllegalArgumentException("version must not be blank");
        }
    }

    /**
     * Makes a method of this library or of a host, without legal basis and without limits in time.
     *
     * @param id the method, lower-case words joined by hyphens
     * @param version the version
     * @return the method version, with standing {@link Standing#ASSUMPTION}
     */
    public static MethodVersion of(String id, String version) {
        return new MethodVersion(id, version, Standing.ASSUMPTION, Optional.empty(), ValidityPeriod.always());
    }

    /**
     * Returns {@code id/version}.
     *
     * @return the text
     */
    @Override
    public String toString() {
        return id + "/" + version;
    }
}
