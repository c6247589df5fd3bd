package vn.sipas.io.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.sipas.core.Checked;
import vn.sipas.core.LocalizedText;
import vn.sipas.core.MethodVersion;
import vn.sipas.core.RoundingRule;
import vn.sipas.core.index.Direction;
import vn.sipas.core.index.ImportanceWeight;
import vn.sipas.core.index.IndexComposite;
import vn.sipas.core.index.IndexDefinition;
import vn.sipas.core.index.IndexItem;
import vn.sipas.core.index.IndexNode;
import vn.sipas.core.index.ItemStatistic;
import vn.sipas.core.index.MeanKind;
import vn.sipas.core.index.MissingDataRule;

/** Trees of any shape, written and read back. */
class IndexRoundTripPropertyTest {

    private static final IndexJson JSON = IndexJson.create();
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(PublishedSchema.INDEX.text());

    /** The shape of a node: how many children of each of its children, and how they are joined. */
    private record Shape(List<Integer> leaves, int kind, boolean incomplete) {}

    @Provide
    Arbitrary<IndexDefinition> definitions() {
        Arbitrary<Shape> shapes = Combinators.combine(
                        Arbitraries.integers().between(1, 4).list().ofMinSize(1).ofMaxSize(4),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(true, false))
                .as(Shape::new);
        return Combinators.combine(
                        shapes,
                        SampleModels.texts(),
                        Arbitraries.of(ItemStatistic.values()),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.of(RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.DOWN))
                .as((shape, text, statistic, decimals, mode) ->
                        definition(shape, text, statistic, new RoundingRule(decimals, mode)));
    }

    private static IndexDefinition definition(
            Shape shape, String text, ItemStatistic statistic, RoundingRule rounding) {
        LocalizedText name = LocalizedText.of(text, text + "!");
        List<IndexNode> blocks = new ArrayList<>();
        int question = 0;
        for (int block = 0; block < shape.leaves().size(); block++) {
            List<IndexNode> items = new ArrayList<>();
            for (int leaf = 0; leaf < shape.leaves().get(block); leaf++) {
                String code = "q" + question++;
                items.add(
                        question % 3 == 0
                                ? new IndexItem(
                                        "i" + code,
                                        name,
                                        code,
                                        Direction.LOWER_IS_BETTER,
                                        Optional.of(ItemStatistic.RESCALED_MEAN))
                                : IndexItem.of(code, name));
            }
            blocks.add(join("b" + block, name, items, shape));
        }
        return IndexDefinition.of(
                        MethodVersion.of("made-up", "1"), name, join("overall", name, blocks, shape), statistic)
                .withRounding(rounding);
    }

    private static IndexComposite join(String id, LocalizedText name, List<IndexNode> nodes, Shape shape) {
        IndexComposite joined = IndexComposite.equal(id, name, nodes);
        if (shape.kind() > 0) {
            int whole = nodes.size() * (nodes.size() + 1) / 2;
            List<ImportanceWeight> weights = new ArrayList<>();
            for (int i = 1; i <= nodes.size(); i++) {
                weights.add(ImportanceWeight.of(i, whole));
            }
            joined = IndexComposite.mean(
                    id, name, shape.kind() == 2 ? MeanKind.GEOMETRIC : MeanKind.ARITHMETIC, weights, nodes);
        }
        return shape.incomplete() ? joined.withMissingData(MissingDataRule.atLeast(1, nodes.size())) : joined;
    }

    @Property(tries = 150)
    void aWrittenDefinitionReadsBackEqual(@ForAll("definitions") IndexDefinition definition) {
        String json = JSON.write(definition);
        assertEquals(Set.of(), SCHEMA.validate(json, InputFormat.JSON), json);
        Checked<IndexDefinition> read = JSON.read(json, "memory");
        assertEquals(List.of(), read.problems(), json);
        assertEquals(definition, read.orThrow());
        assertEquals(json, JSON.write(read.orThrow()));
    }
}
