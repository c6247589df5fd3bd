package vn.sipas.io.source;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a file says about one survey of a terminal, in whatever order its fields stand. */
final class TerminalSurvey {

    @Nullable
    String key;

    @Nullable
    String question;

    @Nullable
    String folderKey;

    @Nullable
    String folder;

    @Nullable
    String feedbackScale;

    @Nullable
    String indexType;

    @Nullable
    String timeZone;

    boolean named;
    boolean hourly;
    int levels;

    /** What the enclosing folder says, where the survey itself says nothing. */
    void inherit(TerminalSurvey outer) {
        folderKey = folderKey == null ? outer.folderKey : folderKey;
        folder = folder == null ? outer.folder : folder;
        feedbackScale = feedbackScale == null ? outer.feedbackScale : feedbackScale;
        timeZone = timeZone == null ? outer.timeZone : timeZone;
    }

    /** Whether its counts stand in a field of its own. */
    boolean isNamed() {
        return named;
    }

    Optional<ZoneId> zone() {
        try {
            return timeZone == null ? Optional.empty() : Optional.of(ZoneId.of(timeZone));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
