package vn.sipas.io.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.validation.TextDocument;

/** A node of an index tree as it stands in a document, unchecked. */
record IndexNodeFields(
        @Nullable String id,
        @Nullable TextDocument name,
        @Nullable String weight,
        @Nullable String question,
        @Nullable String direction,
        @Nullable String statistic,
        @Nullable String aggregation,
        @Nullable String minimumShare,
        @Nullable List<@Nullable IndexNodeFields> children) {}
