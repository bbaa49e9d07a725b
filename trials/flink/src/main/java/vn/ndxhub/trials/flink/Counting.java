package vn.ndxhub.trials.flink;

import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Counts a cell and sends it on, half a second after the first event that has changed it. */
final class Counting extends KeyedProcessFunction<String, Tuple3<Long, Long, String>, Tuple2<String, byte[]>> {

    private static final long serialVersionUID = 1L;
    private static final long SEND_MILLIS = 500;

    /** Count, digest, and whether it is to be sent on: 1 if so. */
    private transient @Nullable ValueState<Tuple3<Long, Long, Long>> cell;

    @Override
    public void open(OpenContext context) {
        cell = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("cell", Types.TUPLE(Types.LONG, Types.LONG, Types.LONG)));
    }

    @Override
    public void processElement(Tuple3<Long, Long, String> event, Context context, Collector<Tuple2<String, byte[]>> out)
            throws Exception {
        ValueState<Tuple3<Long, Long, Long>> state = Objects.requireNonNull(cell);
        Tuple3<Long, Long, Long> before = state.value();
        long count = before == null ? 0 : before.f0;
        long digest = before == null ? 0 : before.f1;
        if (before == null || before.f2 == 0) {
            long now = context.timerService().currentProcessingTime();
            context.timerService().registerProcessingTimeTimer(now + SEND_MILLIS);
        }
        state.update(Tuple3.of(count + 1, digest + event.f0, 1L));
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<Tuple2<String, byte[]>> out) throws Exception {
        ValueState<Tuple3<Long, Long, Long>> state = Objects.requireNonNull(cell);
        Tuple3<Long, Long, Long> now = state.value();
        state.update(Tuple3.of(now.f0, now.f1, 0L));
        out.collect(Tuple2.of(context.getCurrentKey(), FlinkJob.value(now.f0, now.f1)));
    }
}
