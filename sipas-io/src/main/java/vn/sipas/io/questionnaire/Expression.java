package vn.sipas.io.questionnaire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.sipas.core.survey.Condition;
import vn.sipas.core.survey.Question;

/**
 * Conditions of XLSForm ({@code ${q} = 'a' and not(selected(${r}, 'b'))}) and of LimeSurvey ({@code q.NAOK == "A1"}) as
 * routing, where they only look at what was selected.
 */
final class Expression {

    private static final int LONGEST = 10_000;
    private static final int DEEPEST = 50;
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(\\$\\{[^}]{1,200}\\}|'[^']*'|\"[^\"]*\"|-?\\d+(?:\\.\\d+)?|!=|<=|>=|==|&&|\\|\\||[=<>(),!]|[\\p{L}_][\\p{L}\\p{N}_.-]*)");

    /** Finds what a reference looks at: the question, and for options with a field of their own the option. */
    record Reference(Question question, Optional<String> option) {}

    private final List<String> tokens;
    private final Function<String, Optional<Reference>> references;
    private int at;
    private int depth;

    private Expression(List<String> tokens, Function<String, Optional<Reference>> references) {
        this.tokens = tokens;
        this.references = references;
    }

    /**
     * Reads a condition.
     *
     * @param text the condition as written
     * @param references finds earlier questions by the name that the text uses
     * @return the condition; empty if routing cannot express it
     */
    static Optional<Condition> read(String text, Function<String, Optional<Reference>> references) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text.strip());
        int end = 0;
        String stripped = text.strip();
        while (end < stripped.length()) {
            matcher.region(end, stripped.length());
            if (!matcher.lookingAt()) {
                return Optional.empty();
            }
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        Expression expression = new Expression(tokens, references);
        Condition condition = expression.either();
        return condition != null && expression.at == tokens.size() ? Optional.of(condition) : Optional.empty();
    }

    private @Nullable Condition either() {
        List<Condition> parts = new ArrayList<>();
        do {
            Condition part = both();
            if (part == null) {
                return null;
            }
            parts.add(part);
        } while (take("or") || take("||"));
        return parts.size() == 1 ? parts.get(0) : merged(parts).orElseGet(() -> new Condition.AnyOf(parts));
    }

    /** Several options of one question are one condition. */
    private static Optional<Condition> merged(List<Condition> parts) {
        Set<String> codes = new LinkedHashSet<>();
        String question = null;
        for (Condition part : parts) {
            if (!(part instanceof Condition.Selected selected)
                    || (question != null && !question.equals(selected.question()))) {
                return Optional.empty();
            }
            question = selected.question();
            codes.addAll(selected.codes());
        }
        return question == null ? Optional.empty() : Optional.of(new Condition.Selected(question, codes));
    }

    private @Nullable Condition both() {
        List<Condition> parts = new ArrayList<>();
        do {
            Condition part = single();
            if (part == null) {
                return null;
            }
            parts.add(part);
        } while (take("and") || take("&&"));
        return parts.size() == 1 ? parts.get(0) : new Condition.AllOf(parts);
    }

    private @Nullable Condition single() {
        if (++depth > DEEPEST) {
            return null;
        }
        Condition condition = unlimited();
        depth--;
        return condition;
    }

    private @Nullable Condition unlimited() {
        if (take("(")) {
            Condition inside = either();
            return inside != null && take(")") ? inside : null;
        }
        if (take("!")) {
            Condition inside = single();
            return inside == null ? null : new Condition.Not(inside);
        }
        if (take("not")) {
            Condition inside = take("(") ? either() : null;
            return inside != null && take(")") ? new Condition.Not(inside) : null;
        }
        if (take("selected")) {
            return selected();
        }
        if (take("is_empty")) {
            Reference reference = take("(") ? reference() : null;
            return reference != null && take(")") ? comparison(reference, "=", "") : null;
        }
        return comparison();
    }

    private @Nullable Condition selected() {
        if (!take("(")) {
            return null;
        }
        Reference reference = reference();
        if (reference == null || !take(",")) {
            return null;
        }
        String value = literal();
        return value != null && take(")") ? comparison(reference, "=", value) : null;
    }

    private @Nullable Condition comparison() {
        String first = at < tokens.size() ? literal() : null;
        if (first != null) {
            String operator = operator();
            Reference reference = operator == null ? null : reference();
            return operator == null || reference == null ? null : comparison(reference, mirrored(operator), first);
        }
        Reference reference = reference();
        String operator = reference == null ? null : operator();
        String value = operator == null ? null : literal();
        return reference == null || operator == null || value == null ? null : comparison(reference, operator, value);
    }

    private @Nullable Condition comparison(Reference reference, String operator, String value) {
        Question question = reference.question();
        if (reference.option().isPresent()) {
            boolean ticked = value.equals("Y") || value.equals("1");
            boolean positive = operator.equals("=");
            if ((!ticked && !value.isEmpty()) || !(positive || operator.equals("!="))) {
                return null;
            }
            Condition selected = new Condition.Selected(
                    question.code(), Set.of(reference.option().get()));
            return ticked == positive ? selected : new Condition.Not(selected);
        }
        Set<String> codes = codes(question, operator, value);
        if (codes == null) {
            return null;
        }
        boolean negated = operator.equals("!=") != value.isEmpty();
        Condition selected = new Condition.Selected(question.code(), codes);
        return negated ? new Condition.Not(selected) : selected;
    }

    /** The options that a comparison means; for an empty value all of them. */
    private static @Nullable Set<String> codes(Question question, String operator, String value) {
        List<String> offered = question.selectableCodes();
        boolean equality = operator.equals("=") || operator.equals("!=");
        if (offered.isEmpty() || (value.isEmpty() && !equality)) {
            return null;
        }
        if (value.isEmpty()) {
            return new LinkedHashSet<>(offered);
        }
        if (equality) {
            return offered.contains(value) ? Set.of(value) : null;
        }
        Set<String> codes = new LinkedHashSet<>();
        for (String code : offered) {
            if (!code.matches("-?\\d{1,9}") || !value.matches("-?\\d{1,9}(\\.\\d{1,9})?")) {
                return null;
            }
            int order = new BigDecimal(code).compareTo(new BigDecimal(value));
            boolean holds =
                    switch (operator) {
                        case "<" -> order < 0;
                        case "<=" -> order <= 0;
                        case ">" -> order > 0;
                        default -> order >= 0;
                    };
            if (holds) {
                codes.add(code);
            }
        }
        return codes.isEmpty() ? null : codes;
    }

    private @Nullable Reference reference() {
        if (at == tokens.size()) {
            return null;
        }
        String token = tokens.get(at);
        String name;
        if (token.startsWith("${")) {
            name = token.substring(2, token.length() - 1).strip();
        } else if (Character.isLetter(token.charAt(0)) || token.charAt(0) == '_') {
            name = token.endsWith(".NAOK") ? token.substring(0, token.length() - 5) : token;
        } else {
            return null;
        }
        at++;
        return references.apply(name).orElse(null);
    }

    private @Nullable String literal() {
        if (at == tokens.size()) {
            return null;
        }
        String token = tokens.get(at);
        char first = token.charAt(0);
        if (first == '\'' || first == '"') {
            at++;
            return token.substring(1, token.length() - 1);
        }
        if (Character.isDigit(first) || (first == '-' && token.length() > 1)) {
            at++;
            return token;
        }
        return null;
    }

    private @Nullable String operator() {
        if (at == tokens.size()) {
            return null;
        }
        String operator =
                switch (tokens.get(at)) {
                    case "=", "==", "eq" -> "=";
                    case "!=", "ne" -> "!=";
                    case "<", "lt" -> "<";
                    case "<=", "le" -> "<=";
                    case ">", "gt" -> ">";
                    case ">=", "ge" -> ">=";
                    default -> null;
                };
        at += operator == null ? 0 : 1;
        return operator;
    }

    private static String mirrored(String operator) {
        return switch (operator) {
            case "<" -> ">";
            case "<=" -> ">=";
            case ">" -> "<";
            case ">=" -> "<=";
            default -> operator;
        };
    }

    private boolean take(String token) {
        boolean found = at < tokens.size() && tokens.get(at).equalsIgnoreCase(token);
        at += found ? 1 : 0;
        return found;
    }
}
