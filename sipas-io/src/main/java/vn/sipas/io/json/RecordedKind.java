package vn.sipas.io.json;

import java.util.Objects;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.ProblemKind;
import vn.sipas.core.Severity;

/** The kind of a problem that was read from JSON, where only its code and its words are known. */
record RecordedKind(String code, LocalizedText text, Severity severity) implements ProblemKind {

    RecordedKind {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(severity, "severity");
    }
}
