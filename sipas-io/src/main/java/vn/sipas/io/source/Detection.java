package vn.sipas.io.source;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.sipas.core.Language;
import vn.sipas.core.LocalizedText;

/**
 * What a file was found to be, and why.
 *
 * @param tool what wrote it
 * @param kind the kind of container
 * @param format encoding and delimiter, for delimited text
 * @param language the language of the headings, if told
 * @param reasons why, in the order in which it was decided
 * @param considered every tool that anything spoke for, the most likely first
 */
public record Detection(
        SurveyTool tool,
        SourceKind kind,
        Optional<TextFormat> format,
        Optional<Language> language,
        List<LocalizedText> reasons,
        List<Recognition> considered) {

    public Detection {
        Objects.requireNonNull(tool, "tool");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(language, "language");
        reasons = List.copyOf(reasons);
        considered = List.copyOf(considered);
    }

    /**
     * Returns the finding in one line.
     *
     * @param in the language wanted
     * @return tool, encoding, delimiter and language
     */
    public String summary(Language in) {
        boolean vi = in == Language.VI;
        StringBuilder text = new StringBuilder(tool.label().in(in));
        format.ifPresent(found -> text.append(", ")
                .append(found.charset().name())
                .append(found.byteOrderMark() ? (vi ? " có BOM" : " with byte order mark") : "")
                .append(vi ? ", dấu phân cách " : ", delimiter ")
                .append(found.delimiterName()));
        language.ifPresent(
                found -> text.append(vi ? ", ngôn ngữ " : ", language ").append(found.tag()));
        return text.toString();
    }
}
