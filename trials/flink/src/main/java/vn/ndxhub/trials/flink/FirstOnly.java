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

/** Lets an event through when its identity comes for the first time. */
final class FirstOnly
        extends KeyedProcessFunction<Tuple2<Long, Long>, Tuple3<Long, Long, String>, Tuple3<Long, Long, String>> {

    private static final long serialVersionUID = 1L;

    private transient @Nullable ValueState<Boolean> seen;

    @Override
    public void open(OpenContext context) {
        seen = getRuntimeContext().getState(new ValueStateDescriptor<>("seen", Types.BOOLEAN));
    }

    @Override
    public void processElement(
            Tuple3<Long, Long, String> event, Context context, Collector<Tuple3<Long, Long, String>> out)
            throws Exception {
        ValueState<Boolean> state = Objects.requireNonNull(seen);
        if (state.value() == null) {
            state.update(true);
            out.collect(event);
        }
    }
}
