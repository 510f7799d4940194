package org.affinity.matching.engine.domain.columnar;

import java.util.Arrays;
import java.util.List;
import org.affinity.matching.engine.domain.Predicate;

/** A predicate made ready for segments; for one search and one thread. */
abstract class Filter {

    /** Bytes that memory brings together. */
    static final int LINE = 64;

    /** What is known of all rows of a segment without looking at them. */
    enum Extent {
        NONE,
        SOME,
        ALL
    }

    /** What is certain for the whole segment. */
    abstract Extent extent(Segment segment);

    /**
     * Reads a little of each line of what {@link #retain} looks at first. Nothing here waits for anything else, so
     * memory brings all of it at once.
     *
     * @return anything; for the caller to keep, lest the compiler leaves the reads out
     */
    int touch(Segment segment) {
        return 0;
    }

    /** Clears the bits of rows that do not pass; {@link Segment#BLOCKS} words from the offset on. */
    abstract void retain(Segment segment, long[] rows, int offset);

    /** How many entries have a row that passes, if that is known without looking at rows; negative if not. */
    int entries(Segment segment) {
        return -1;
    }

    static Filter of(Predicate predicate, Columns columns, Kernel kernel) {
        return switch (predicate) {
            case Predicate.CodeIn in -> new CodeFilter(in, columns.filters(), kernel);
            case Predicate.NumberBetween between ->
                new NumberFilter(between.column(), between.min(), between.max(), kernel);
            case Predicate.AnyKeyword any -> new WordFilter(columns.dictionary().known(any.set(), any.words()));
            case Predicate.EmptyKeywords empty -> new EmptyFilter(empty.set());
            case Predicate.AtLeast least ->
                new AtLeastFilter(Points.of(least.term(), columns.dictionary(), kernel), least.points(), kernel);
            case Predicate.AllOf all -> new All(parts(all.parts(), columns, kernel));
            case Predicate.AnyOf any -> new Any(parts(any.parts(), columns, kernel));
            case Predicate.Not not -> new Inverse(of(not.part(), columns, kernel));
        };
    }

    private static Filter[] parts(List<Predicate> parts, Columns columns, Kernel kernel) {
        return parts.stream().map(part -> of(part, columns, kernel)).toArray(Filter[]::new);
    }

    private static final class EmptyFilter extends Filter {

        private final int set;

        EmptyFilter(int set) {
            this.set = set;
        }

        @Override
        Extent extent(Segment segment) {
            return Extent.SOME;
        }

        @Override
        void retain(Segment segment, long[] rows, int offset) {
            for (int block = 0; block < Segment.BLOCKS; block++) {
                rows[offset + block] &= segment.empty[set * Segment.BLOCKS + block];
            }
        }
    }

    private static final class All extends Filter {

        private final Filter[] parts;

        All(Filter[] parts) {
            this.parts = parts;
        }

        @Override
        Extent extent(Segment segment) {
            Extent extent = Extent.ALL;
            for (Filter part : parts) {
                Extent other = part.extent(segment);
                extent = other.compareTo(extent) < 0 ? other : extent;
            }
            return extent;
        }

        @Override
        int touch(Segment segment) {
            int sum = 0;
            for (Filter part : parts) {
                sum += part.touch(segment);
            }
            return sum;
        }

        @Override
        void retain(Segment segment, long[] rows, int offset) {
            for (Filter part : parts) {
                if (part.extent(segment) != Extent.ALL) {
                    part.retain(segment, rows, offset);
                }
            }
        }
    }

    private static final class Any extends Filter {

        private final Filter[] parts;
        private final long[] part = new long[Segment.BLOCKS];
        private final long[] sum = new long[Segment.BLOCKS];

        Any(Filter[] parts) {
            this.parts = parts;
        }

        @Override
        Extent extent(Segment segment) {
            Extent extent = Extent.NONE;
            for (Filter each : parts) {
                Extent other = each.extent(segment);
                extent = other.compareTo(extent) > 0 ? other : extent;
            }
            return extent;
        }

        @Override
        void retain(Segment segment, long[] rows, int offset) {
            Arrays.fill(sum, 0);
            for (Filter each : parts) {
                if (each.extent(segment) == Extent.NONE) {
                    continue;
                }
                // Only rows that no part before has let through are asked again.
                for (int block = 0; block < Segment.BLOCKS; block++) {
                    part[block] = rows[offset + block] & ~sum[block];
                }
                each.retain(segment, part, 0);
                for (int block = 0; block < Segment.BLOCKS; block++) {
                    sum[block] |= part[block];
                }
            }
            System.arraycopy(sum, 0, rows, offset, Segment.BLOCKS);
        }
    }

    private static final class Inverse extends Filter {

        private final Filter part;
        private final long[] passed = new long[Segment.BLOCKS];

        Inverse(Filter part) {
            this.part = part;
        }

        @Override
        Extent extent(Segment segment) {
            return switch (part.extent(segment)) {
                case NONE -> Extent.ALL;
                case SOME -> Extent.SOME;
                case ALL -> Extent.NONE;
            };
        }

        @Override
        int touch(Segment segment) {
            return part.touch(segment);
        }

        @Override
        void retain(Segment segment, long[] rows, int offset) {
            System.arraycopy(rows, offset, passed, 0, Segment.BLOCKS);
            part.retain(segment, passed, 0);
            for (int block = 0; block < Segment.BLOCKS; block++) {
                rows[offset + block] &= ~passed[block];
            }
        }
    }
}
