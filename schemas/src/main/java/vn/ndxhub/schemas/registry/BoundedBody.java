package vn.ndxhub.schemas.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Collects a response body and gives up, connection included, as soon as it is larger than allowed. */
final class BoundedBody implements BodySubscriber<byte[]> {

    /** There is more than any schema may be. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        private final int status;
        private final boolean json;

        TooLarge(int most, ResponseInfo answered) {
            super("answered with status " + answered.statusCode() + " and more than " + most + " bytes");
            status = answered.statusCode();
            json = answered.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.contains("json"))
                    .isPresent();
        }

        int status() {
            return status;
        }

        /** Whether it looks like a registry's answer; a page of something else at that address is none. */
        boolean isAnswer() {
            return status == 200 && json;
        }
    }

    private final int most;
    private final ResponseInfo answered;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> result = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    BoundedBody(int most, ResponseInfo answered) {
        this.most = most;
        this.answered = answered;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return result;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (bytes.size() + buffer.remaining() > most) {
                result.completeExceptionally(new TooLarge(most, answered));
                if (subscription != null) {
                    subscription.cancel();
                }
                return;
            }
            byte[] chunk = new byte[buffer.remaining()];
            buffer.get(chunk);
            bytes.writeBytes(chunk);
        }
    }

    @Override
    public void onError(Throwable failure) {
        result.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        result.complete(bytes.toByteArray());
    }
}
