package vn.sipas.qr.print;

import java.util.List;

/**
 * A sheet that is laid out, in millimetres.
 *
 * <p>A page on which anything overlaps cannot be made: texts stay clear of each other, of rules and of the quiet zones,
 * and everything lies on the sheet. That would be a mistake of the layout, not of its content.
 */
record Page(
        double width,
        double height,
        List<TextLine> texts,
        List<PlacedSymbol> symbols,
        List<Box> rules,
        Adjustment adjustment) {

    Page {
        texts = List.copyOf(texts);
        symbols = List.copyOf(symbols);
        rules = List.copyOf(rules);
        Box sheet = new Box(0, 0, width, height);
        List<Box> lines = texts.stream().map(TextLine::box).toList();
        List<Box> squares = symbols.stream().map(PlacedSymbol::box).toList();
        for (int i = 0; i < lines.size(); i++) {
            require(sheet.contains(lines.get(i)), "a text leaves the sheet");
            requireClear(lines.get(i), lines.subList(i + 1, lines.size()), "two texts overlap");
            requireClear(lines.get(i), squares, "a text enters a quiet zone");
            requireClear(lines.get(i), rules, "a rule runs through a text");
        }
        for (int i = 0; i < squares.size(); i++) {
            require(sheet.contains(squares.get(i)), "a symbol leaves the sheet");
            requireClear(squares.get(i), squares.subList(i + 1, squares.size()), "two symbols overlap");
            requireClear(squares.get(i), rules, "a rule enters a quiet zone");
        }
        for (Box rule : rules) {
            require(sheet.contains(rule), "a rule leaves the sheet");
        }
    }

    private static void requireClear(Box box, List<Box> others, String otherwise) {
        for (Box other : others) {
            require(!box.intersects(other), otherwise);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
