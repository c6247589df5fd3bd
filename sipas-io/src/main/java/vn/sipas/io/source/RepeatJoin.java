package vn.sipas.io.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.sipas.core.Place;
import vn.sipas.core.Problem;
import vn.sipas.io.table.SourceRow;
import vn.sipas.io.table.SourceTable;

/** A table of submissions together with its repeats, one gathered row a submission. */
final class RepeatJoin implements SourceTable {

    private final SourceTable main;
    private final int key;
    private final List<RepeatTable> repeats;
    private final List<String> headings;
    private boolean finished;

    RepeatJoin(SourceTable main, String key, List<RepeatTable> repeats) {
        this.main = main;
        this.key = main.headings().indexOf(key);
        this.repeats = List.copyOf(repeats);
        List<String> all = new ArrayList<>(main.headings());
        repeats.forEach(repeat -> repeat.headings("", all));
        this.headings = List.copyOf(all);
    }

    @Override
    public List<String> headings() {
        return headings;
    }

    @Override
    public Place headerPlace() {
        return main.headerPlace();
    }

    @Override
    public Optional<SourceRow> next(Consumer<Problem> problems) throws IOException {
        Optional<SourceRow> row = main.next(problems);
        if (row.isEmpty()) {
            if (!finished) {
                finished = true;
                for (RepeatTable repeat : repeats) {
                    repeat.finish(problems);
                }
            }
            return row;
        }
        GatheredRow gathered = new GatheredRow(row.get());
        for (RepeatTable repeat : repeats) {
            repeat.gather(key < 0 ? "" : row.get().cell(key), gathered, problems);
        }
        return Optional.of(gathered.row());
    }

    @Override
    public long rowsRead() {
        return main.rowsRead()
                + repeats.stream().mapToLong(RepeatTable::rowsRead).sum();
    }

    @Override
    public long rowsSetAside() {
        return main.rowsSetAside()
                + repeats.stream().mapToLong(RepeatTable::rowsSetAside).sum();
    }

    @Override
    public long cellsSetAside() {
        return main.cellsSetAside()
                + repeats.stream().mapToLong(RepeatTable::cellsSetAside).sum();
    }

    @Override
    public long bytesRead() {
        return main.bytesRead()
                + repeats.stream().mapToLong(RepeatTable::bytesRead).sum();
    }

    @Override
    public void close() throws IOException {
        try {
            main.close();
        } finally {
            for (RepeatTable repeat : repeats) {
                repeat.close();
            }
        }
    }
}
