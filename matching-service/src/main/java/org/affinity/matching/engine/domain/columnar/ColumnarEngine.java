package org.affinity.matching.engine.domain.columnar;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.affinity.matching.engine.domain.Answer;
import org.affinity.matching.engine.domain.Entry;
import org.affinity.matching.engine.domain.Hit;
import org.affinity.matching.engine.domain.MatchEngine;
import org.affinity.matching.engine.domain.Plan;
import org.affinity.matching.engine.domain.Row;
import org.affinity.matching.engine.domain.Schema;

/**
 * Keeps all columns in memory, compressed block by block, and passes over what cannot be among the best.
 *
 * <p>Changes are made in place and seen at once. Searches take no lock: they notice when a segment was written while
 * they read it, and read it again. When much has changed, everything is laid out anew in the background, beside the old
 * columns, which answer until the new ones have caught up.
 */
public final class ColumnarEngine implements MatchEngine {

    /** Columns of codes that a segment can address. */
    public static final int MOST_COLUMNS = (Character.MAX_VALUE + 1 - Segment.CONSTANTS) / 2 / Segment.BLOCKS - 1;

    /** A search is repeated at most so often because an entry moved from one segment to another. */
    private static final int REPEATS = 3;

    /** So many rows that got out of order since the last look are hardly any. */
    private static final int AT_REST = 256;

    /** Missed changes that are applied while others wait. */
    private static final int CATCH_UP = 256;

    private final Schema schema;
    private final Layout layout;
    private final Kernel kernel;
    private final Executor background;
    private final Processors processors;
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock clustering = new ReentrantLock();
    private final AtomicBoolean clusteringWanted = new AtomicBoolean();
    private final ConcurrentLinkedQueue<Scratch> idle = new ConcurrentLinkedQueue<>();
    private final byte[][] codes = new byte[Entry.MOST_ROWS][];

    private volatile Columns columns;
    /** Rows that were out of order at the last look. */
    private int formerlyWorn;
    /** Changes that the columns under construction have not seen; null when none are. */
    private Deque<Change> missed;

    /** Somebody's new state; null for nobody any more. */
    private record Change(UUID id, Entry entry) {}

    /**
     * Starts without any entry; long searches run on all processors of this machine that have nothing to do.
     *
     * @param background runs what lays the columns out anew
     */
    public ColumnarEngine(Schema schema, Layout layout, Kernel kernel, Executor background) {
        this(schema, layout, kernel, background, Processors.ofThisMachine());
    }

    /**
     * Starts without any entry.
     *
     * @param background runs what lays the columns out anew
     */
    public ColumnarEngine(Schema schema, Layout layout, Kernel kernel, Executor background, Processors processors) {
        if (schema.codes().size() > MOST_COLUMNS) {
            throw new IllegalArgumentException("at most " + MOST_COLUMNS + " columns of codes");
        }
        this.schema = schema;
        this.layout = layout;
        this.kernel = kernel;
        this.background = background;
        this.processors = processors;
        Arrays.setAll(codes, place -> new byte[schema.codes().size() + 1]);
        columns = new Columns(schema, new Dictionary(schema.keywordSets().size()), new Segment[0]);
    }

    @Override
    public Schema schema() {
        return schema;
    }

    /** The kernel in use. */
    public Kernel kernel() {
        return kernel;
    }

    @Override
    public void put(Entry entry) {
        schema.check(entry);
        change(new Change(entry.id(), entry));
    }

    @Override
    public void remove(UUID id) {
        change(new Change(id, null));
    }

    private void change(Change change) {
        writing.lock();
        try {
            apply(columns, change);
            if (missed != null) {
                missed.add(change);
            }
        } finally {
            writing.unlock();
        }
        if (columns.isWorn() && clusteringWanted.compareAndSet(false, true)) {
            background.execute(this::cluster);
        }
    }

    /**
     * Lays everything out anew when some of it is out of order and hardly anything has changed since the last call: for
     * whoever looks every few seconds, by one thread at a time. What comes last of many changes is too little for
     * {@link #put} to do so, and enough to make searches slow.
     */
    public void settle() {
        Columns current = columns;
        int worn = current.worn();
        // Fewer than before are those of other columns, of which nothing is known yet.
        boolean isAtRest = worn >= formerlyWorn && worn - formerlyWorn < AT_REST;
        formerlyWorn = worn;
        if (isAtRest && current.isWornAtRest() && clusteringWanted.compareAndSet(false, true)) {
            cluster();
        }
    }

    private void apply(Columns target, Change change) {
        if (change.entry() == null) {
            target.remove(change.id());
        } else {
            target.put(change.entry(), stored(change.entry()));
        }
    }

    /** Codes as they are stored: plus one, so that unknown is 0. */
    private byte[][] stored(Entry entry) {
        for (int place = 0; place < entry.rows().size(); place++) {
            Row row = entry.rows().get(place);
            byte[] given = row.codes();
            byte[] stored = codes[place];
            for (int column = 0; column < given.length; column++) {
                stored[column] = (byte) (given[column] + 1);
            }
            stored[given.length] = (byte) (layout.quality(row) + 1);
        }
        return codes;
    }

    @Override
    public void clear() {
        replace(new Columns(schema, new Dictionary(schema.keywordSets().size()), new Segment[0]));
    }

    private void replace(Columns others) {
        clustering.lock();
        writing.lock();
        try {
            columns = others;
        } finally {
            writing.unlock();
            clustering.unlock();
        }
    }

    @Override
    public int size() {
        return columns.size();
    }

    /** Bytes that the columns take on the heap. */
    public long bytes() {
        writing.lock();
        try {
            return columns.bytes();
        } finally {
            writing.unlock();
        }
    }

    @Override
    public Answer search(Plan plan) {
        Run run = run(plan, columns -> new TopHits(Math.min(plan.k(), columns.segments().length * Segment.ROWS)));
        return run.isOfOneMoment() ? run.answer() : distinct(run.answer());
    }

    @Override
    public int countAhead(Plan plan, Hit hit) {
        // Who is found does not matter, so long as somebody is looked for.
        Run run = run(new Plan(plan.rules(), plan.terms(), 1), columns -> new AheadCount(hit));
        return ((AheadCount) run.found()).count();
    }

    /** A search that was run; not of one moment when an entry moved during every attempt. */
    private record Run(Answer answer, Found found, boolean isOfOneMoment) {}

    private Run run(Plan plan, Function<Columns, Found> finder) {
        Scratch taken = idle.poll();
        Scratch scratch = taken == null ? new Scratch() : taken;
        processors.enter();
        try {
            Run run = null;
            for (int attempt = 0; attempt <= REPEATS && (run == null || !run.isOfOneMoment()); attempt++) {
                Columns current = columns;
                int moves = current.moves();
                Found found = finder.apply(current);
                Answer answer = new Search(plan, current, layout, kernel, scratch, writing, processors, found).run();
                run = new Run(answer, found, moves % 2 == 0 && current.moves() == moves);
            }
            return run;
        } finally {
            processors.leave();
            idle.add(scratch);
        }
    }

    /** Without a second hit of an entry that moved during the search. */
    private static Answer distinct(Answer answer) {
        Set<UUID> seen = new HashSet<>();
        return new Answer(
                answer.entries(),
                answer.eligible(),
                answer.rejected(),
                answer.hits().stream().filter(hit -> seen.add(hit.id())).toList());
    }

    /**
     * Writes all entries to a file. Changes go on meanwhile and may be in it or not: whoever reads the file applies
     * those after the change number once more. Of entries that were removed before, nothing is in the file: neither
     * their rows nor words that only they had.
     *
     * @param label up to its change number all changes are applied
     */
    public void write(Path file, SnapshotLabel label) throws IOException {
        clustering.lock();
        try (SnapshotWriter out = new SnapshotWriter(file)) {
            if (Arrays.stream(columns.segments()).anyMatch(Segment::hasTraces)) {
                cluster();
            }
            Segment[] segments = columns.segments();
            ColumnsFormat.write(out, segments.length, Arrays.stream(segments).map(this::copy), this::words);
            out.finish(fingerprint(), label);
        } finally {
            clustering.unlock();
        }
    }

    /**
     * Takes over all entries of a file in place of those at hand.
     *
     * @param content as it must be in the file's label
     * @throws SnapshotException for a file that is damaged, or of another format, schema, layout or content; nothing
     *     has changed
     */
    public SnapshotLabel read(Path file, int content) throws IOException {
        try (SnapshotReader in = new SnapshotReader(file, fingerprint(), content)) {
            ColumnsFormat.Restored restored = ColumnsFormat.read(in, schema);
            replace(restored.columns());
            return restored.label();
        } catch (NegativeArraySizeException | IndexOutOfBoundsException e) {
            throw new SnapshotException("the file is a damaged snapshot");
        }
    }

    private int fingerprint() {
        return 31 * schema.fingerprint() + layout.fingerprint();
    }

    private Segment copy(Segment segment) {
        writing.lock();
        try {
            return segment.copy();
        } finally {
            writing.unlock();
        }
    }

    private List<Dictionary.Word> words() {
        writing.lock();
        try {
            return List.copyOf(columns.dictionary().words());
        } finally {
            writing.unlock();
        }
    }

    /** Lays all entries out anew; changes and searches go on meanwhile. */
    public void cluster() {
        clustering.lock();
        try {
            Segment[] sources = copies();
            Columns built = new Columns(
                    schema,
                    columns.dictionary(),
                    new Clustering(sources, layout)
                            .run(new SegmentBuilder(
                                    columns.qualityColumn() + 1,
                                    schema.numbers().size(),
                                    schema.keywordSets().size())));
            catchUp(built);
        } finally {
            forgetMissed();
            clusteringWanted.set(false);
            clustering.unlock();
        }
    }

    /** Each segment as it is at some moment from now on; what changes is kept in mind. */
    private Segment[] copies() {
        writing.lock();
        try {
            missed = new ArrayDeque<>();
        } finally {
            writing.unlock();
        }
        Segment[] sources = columns.segments().clone();
        Arrays.setAll(sources, index -> copy(sources[index]));
        return sources;
    }

    /** Applies what was missed, a little at a time so that changes do not wait long, and shows the new columns. */
    private void catchUp(Columns built) {
        boolean isBehind = true;
        while (isBehind) {
            writing.lock();
            try {
                for (int i = 0; i < CATCH_UP && !missed.isEmpty(); i++) {
                    apply(built, missed.remove());
                }
                isBehind = !missed.isEmpty();
                if (!isBehind) {
                    missed = null;
                    columns = built;
                }
            } finally {
                writing.unlock();
            }
        }
    }

    private void forgetMissed() {
        writing.lock();
        try {
            missed = null;
        } finally {
            writing.unlock();
        }
    }
}
