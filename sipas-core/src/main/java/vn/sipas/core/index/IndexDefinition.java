package vn.sipas.core.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion;
import vn.sipas.core.RoundingRule;

/**
 * A satisfaction index as data: a tree of items, factors, blocks and the overall value, with everything that decides
 * its figures.
 *
 * <p>A definition cannot exist in a bad state: ids are unique, a question counts once, weights sum to exactly one, and
 * whatever a {@link Provenance} or {@link WeightSetting} names exists. Immutable, safe for use by several threads.
 *
 * @param method the name and version under which the figures are published
 * @param title what reports call the index
 * @param root the overall node
 * @param statistic what is computed from the answers to an item that does not say otherwise
 * @param rounding how published values are rounded, once, at the end
 * @param settings the weights that a host may set
 * @param seriesBreaks the days over which figures must not be joined
 * @param provenance where the parts come from
 */
public record IndexDefinition(
        MethodVersion method,
        LocalizedText title,
        IndexComposite root,
        ItemStatistic statistic,
        RoundingRule rounding,
        List<WeightSetting> settings,
        List<SeriesBreak> seriesBreaks,
        List<Provenance> provenance) {

    /** The greatest depth of a tree, the root included. */
    public static final int MAX_DEPTH = 16;

    private static final Pattern ABOUT =
            Pattern.compile("structure|statistic|rounding|missing-data|(items|weights|setting|break):(.+)");

    public IndexDefinition {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(root, "root");
        Objects.requireNonNull(statistic, "statistic");
        Objects.requireNonNull(rounding, "rounding");
        settings = List.copyOf(settings);
        seriesBreaks = List.copyOf(seriesBreaks);
        provenance = List.copyOf(provenance);
        Map<String, IndexNode> nodes = new LinkedHashMap<>();
        collect(root, nodes, new HashSet<>(), 1);
        checkSettings(settings, nodes);
        checkUnique(
                "id of seriesBreaks", seriesBreaks.stream().map(SeriesBreak::id).toList());
        for (Provenance part : provenance) {
            checkAbout(part.about(), nodes, settings, seriesBreaks);
        }
    }

    /**
     * Makes a definition that rounds to two decimals, ties away from zero, without settings and series breaks.
     *
     * @param method the name and version under which the figures are published
     * @param title what reports call the index
     * @param root the overall node
     * @param statistic what is computed from the answers to an item
     * @return the definition
     */
    public static IndexDefinition of(
            MethodVersion method, LocalizedText title, IndexComposite root, ItemStatistic statistic) {
        return new IndexDefinition(
                method, title, root, statistic, RoundingRule.TWO_DECIMALS_HALF_UP, List.of(), List.of(), List.of());
    }

    /**
     * Returns this definition with another rounding rule.
     *
     * @param rule the rule
     * @return the definition
     */
    public IndexDefinition withRounding(RoundingRule rule) {
        return new IndexDefinition(method, title, root, statistic, rule, settings, seriesBreaks, provenance);
    }

    /**
     * Returns this definition with another statistic, under another method version, because its figures differ.
     *
     * @param newStatistic the statistic
     * @param newMethod the name and version of the changed method
     * @return the definition
     */
    public IndexDefinition withStatistic(ItemStatistic newStatistic, MethodVersion newMethod) {
        return new IndexDefinition(newMethod, title, root, newStatistic, rounding, settings, seriesBreaks, provenance);
    }

    /**
     * Returns this definition with series breaks.
     *
     * @param breaks the breaks
     * @return the definition
     */
    public IndexDefinition withSeriesBreaks(List<SeriesBreak> breaks) {
        return new IndexDefinition(method, title, root, statistic, rounding, settings, breaks, provenance);
    }

    /**
     * Returns this definition with another tree, under another method version, because its figures differ.
     *
     * @param newRoot the tree
     * @param newMethod the name and version of the changed method
     * @return the definition
     */
    public IndexDefinition withRoot(IndexComposite newRoot, MethodVersion newMethod) {
        return new IndexDefinition(newMethod, title, newRoot, statistic, rounding, settings, seriesBreaks, provenance);
    }

    /**
     * Returns this definition with a {@link WeightSetting} set. The version of the method names the setting and its
     * weights, such as {@code 1+block-weights=31/50:19/50}, so that figures of two settings cannot be taken for one
     * another.
     *
     * @param name the name of the setting
     * @param weights one weight for each child of its node, in the order of the children, summing to exactly one
     * @return the definition
     * @throws IllegalArgumentException if there is no such setting or the weights do not fit
     */
    public IndexDefinition withSetting(String name, List<ImportanceWeight> weights) {
        WeightSetting setting = settings.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("name must be one of "
                        + settings.stream().map(WeightSetting::name).toList() + ", was \"" + name + "\""));
        String version = method.version() + "+" + name + "="
                + weights.stream().map(ImportanceWeight::toString).collect(Collectors.joining(":"));
        MethodVersion changed = new MethodVersion(
                method.id(), version, MethodVersion.Standing.ASSUMPTION, method.legalBasis(), method.validity());
        return withRoot((IndexComposite) reweighted(root, setting.node(), weights), changed);
    }

    /**
     * Returns all nodes, a parent before its children.
     *
     * @return the nodes in the order of the tree
     */
    public List<IndexNode> nodes() {
        Map<String, IndexNode> nodes = new LinkedHashMap<>();
        collect(root, nodes, new HashSet<>(), 1);
        return List.copyOf(nodes.values());
    }

    /**
     * Returns the items.
     *
     * @return the tips of the tree in its order
     */
    public List<IndexItem> items() {
        return nodes().stream()
                .filter(IndexItem.class::isInstance)
                .map(IndexItem.class::cast)
                .toList();
    }

    /**
     * Finds a node.
     *
     * @param id the id
     * @return the node, if there is one
     */
    public Optional<IndexNode> node(String id) {
        return nodes().stream().filter(node -> node.id().equals(id)).findFirst();
    }

    /**
     * Returns the statistic of an item.
     *
     * @param item an item
     * @return its own statistic, or that of the definition
     */
    public ItemStatistic statisticOf(IndexItem item) {
        return item.statistic().orElse(statistic);
    }

    /**
     * Returns how the parts named in the provenance stand, the weakest first.
     *
     * @return {@link MethodVersion.Standing#ASSUMPTION} if any part is assumed or nothing is said about the parts
     */
    public MethodVersion.Standing standing() {
        return provenance.stream()
                .map(Provenance::standing)
                .max(Enum::compareTo)
                .orElse(MethodVersion.Standing.ASSUMPTION);
    }

    private static void collect(IndexNode node, Map<String, IndexNode> nodes, Set<String> questions, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("root must be at most " + MAX_DEPTH + " levels deep");
        }
        if (nodes.put(node.id(), node) != null) {
            throw new IllegalArgumentException("node ids must be unique, \"" + node.id() + "\" repeats");
        }
        if (node instanceof IndexItem item && !questions.add(item.question())) {
            throw new IllegalArgumentException(
                    "a question must count once in a tree, \"" + item.question() + "\" repeats");
        }
        if (node instanceof IndexComposite composite) {
            for (IndexNode child : composite.children()) {
                collect(child, nodes, questions, depth + 1);
            }
        }
    }

    private static void checkSettings(List<WeightSetting> settings, Map<String, IndexNode> nodes) {
        checkUnique(
                "name of settings", settings.stream().map(WeightSetting::name).toList());
        for (WeightSetting setting : settings) {
            if (!(nodes.get(setting.node()) instanceof IndexComposite composite)
                    || !(composite.aggregation() instanceof Aggregation.Mean)) {
                throw new IllegalArgumentException("setting \"" + setting.name()
                        + "\" must name a node with weights, named \"" + setting.node() + "\"");
            }
        }
    }

    private static void checkUnique(String what, List<String> values) {
        Set<String> seen = new HashSet<>();
        for (String value : values) {
            if (!seen.add(value)) {
                throw new IllegalArgumentException(what + " must be unique, \"" + value + "\" repeats");
            }
        }
    }

    private static void checkAbout(
            String about, Map<String, IndexNode> nodes, List<WeightSetting> settings, List<SeriesBreak> breaks) {
        Matcher matcher = ABOUT.matcher(about);
        boolean known = matcher.matches();
        if (known && matcher.group(1) != null) {
            String name = matcher.group(2);
            known = switch (matcher.group(1)) {
                case "setting" ->
                    settings.stream().anyMatch(setting -> setting.name().equals(name));
                case "break" ->
                    breaks.stream().anyMatch(seriesBreak -> seriesBreak.id().equals(name));
                default -> nodes.get(name) instanceof IndexComposite;
            };
        }
        if (!known) {
            throw new IllegalArgumentException("about must be structure, statistic, rounding, missing-data, or"
                    + " items:, weights:, setting: or break: followed by what exists in the definition, was \""
                    + about + "\"");
        }
    }

    private static IndexNode reweighted(IndexNode node, String id, List<ImportanceWeight> weights) {
        if (!(node instanceof IndexComposite composite)) {
            return node;
        }
        if (composite.id().equals(id) && composite.aggregation() instanceof Aggregation.Mean mean) {
            return composite.withAggregation(new Aggregation.Mean(mean.kind(), weights));
        }
        List<IndexNode> children = new ArrayList<>(composite.children().size());
        for (IndexNode child : composite.children()) {
            children.add(reweighted(child, id, weights));
        }
        return new IndexComposite(
                composite.id(),
                composite.name(),
                composite.aggregation(),
                Collections.unmodifiableList(children),
                composite.missingData());
    }
}
