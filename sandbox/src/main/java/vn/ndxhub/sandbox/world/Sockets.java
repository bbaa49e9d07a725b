package vn.ndxhub.sandbox.world;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Whether anything listens on a port at all: asked before a client that would complain is made. */
final class Sockets {

    private static final int PATIENCE_MILLIS = 500;

    private Sockets() {}

    static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MILLIS);
            return true;
        } catch (IOException nobodyThere) {
            return false;
        }
    }
}
