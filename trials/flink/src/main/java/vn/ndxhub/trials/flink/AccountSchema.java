package vn.ndxhub.trials.flink;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.tuple.Tuple3;
import vn.ndxhub.trials.peers.Account;
import vn.ndxhub.trials.peers.PeerMain;

/** Reads an event of the feed, as every peer does. */
final class AccountSchema implements DeserializationSchema<Tuple3<Long, Long, String>> {

    private static final long serialVersionUID = 1L;
    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    @Override
    public Tuple3<Long, Long, String> deserialize(byte[] value) {
        if (BEGUN.compareAndSet(false, true)) {
            PeerMain.sayFirst();
        }
        Account account = Account.read(value);
        return Tuple3.of(account.high(), account.low(), account.cell());
    }

    @Override
    public boolean isEndOfStream(Tuple3<Long, Long, String> next) {
        return false;
    }

    @Override
    public TypeInformation<Tuple3<Long, Long, String>> getProducedType() {
        return FlinkJob.EVENT;
    }
}
