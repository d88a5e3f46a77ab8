package cadran.desktop.samples;

import cadran.desktop.ui.RowSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** As many rows as wanted, computed when read; edits are kept. */
public final class SampleRows implements RowSource<Sample> {
    public final AtomicInteger pagesRead = new AtomicInteger();
    public volatile int count;
    public final List<Sort> sorts = Collections.synchronizedList(new ArrayList<>());
    private final Map<Integer, Sample> edited = new ConcurrentHashMap<>();

    public SampleRows(int count) {
        this.count = count;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public List<Sample> page(int from, int most, @Nullable Sort sort) {
        pagesRead.incrementAndGet();
        if (sort != null) {
            sorts.add(sort);
        }
        var rows = new ArrayList<Sample>();
        for (int i = from; i < Math.min(count, from + most); i++) {
            int index = sort != null && !sort.ascending() ? count - 1 - i : i;
            rows.add(edited.getOrDefault(index, Sample.of(index)));
        }
        return rows;
    }

    public void edit(Sample sample) {
        edited.put(sample.index(), sample);
    }

    public Sample row(int index) {
        return edited.getOrDefault(index, Sample.of(index));
    }
}
