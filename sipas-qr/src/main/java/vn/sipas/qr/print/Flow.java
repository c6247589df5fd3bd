package vn.sipas.qr.print;

import java.util.ArrayList;
import java.util.List;

/** Text from top to bottom in one column; measured first and moved to its place afterwards. */
final class Flow {

    static final double LEFT = 0;
    static final double CENTRE = 0.5;

    private final double width;
    private final List<TextLine> texts = new ArrayList<>();
    private final List<Box> rules = new ArrayList<>();
    private double height;

    Flow(double width) {
        this.width = width;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    List<TextLine> texts(double left, double top) {
        return texts.stream()
                .map(line ->
                        new TextLine(line.text(), line.font(), line.size(), line.x() + left, line.baseline() + top))
                .toList();
    }

    List<Box> rules(double left, double top) {
        return rules.stream()
                .map(rule -> new Box(rule.left() + left, rule.top() + top, rule.width(), rule.height()))
                .toList();
    }

    void gap(double space) {
        height += space;
    }

    void rule(double thickness) {
        rules.add(new Box(0, height, width, thickness));
        height += thickness;
    }

    void centred(Paragraph paragraph) {
        aligned(paragraph, CENTRE);
    }

    /** A line of two texts, one at each end, in the size of the first. */
    void ends(Paragraph left, Paragraph right) {
        double top = height;
        aligned(left, LEFT);
        height = top;
        aligned(right, 1);
        height = top + Math.max(left.height(), right.height());
    }

    /** Two columns with their middles at the same height. */
    void beside(Flow left, Flow right, double gap) {
        double tallest = Math.max(left.height(), right.height());
        double leftTop = height + (tallest - left.height()) / 2;
        double rightTop = height + (tallest - right.height()) / 2;
        texts.addAll(left.texts(0, leftTop));
        rules.addAll(left.rules(0, leftTop));
        texts.addAll(right.texts(left.width() + gap, rightTop));
        rules.addAll(right.rules(left.width() + gap, rightTop));
        height += tallest;
    }

    /** A paragraph whose lines have {@code share} of the free room on their left. */
    void aligned(Paragraph paragraph, double share) {
        for (String line : paragraph.lines()) {
            double room = width - paragraph.size() * paragraph.font().width(line);
            texts.add(new TextLine(
                    line,
                    paragraph.font(),
                    paragraph.size(),
                    room * share,
                    height + paragraph.size() * paragraph.font().ascent()));
            height += paragraph.lineHeight();
        }
    }
}
