package cadran.desktop.sync;

import java.net.NetworkInterface;
import java.net.SocketException;

/** Tells "this computer is offline" from "the server can't be reached". */
final class Network {
    private Network() {}

    static boolean isUp() {
        try {
            return NetworkInterface.networkInterfaces().anyMatch(Network::carries);
        } catch (SocketException e) {
            return false;
        }
    }

    private static boolean carries(NetworkInterface each) {
        try {
            return each.isUp() && !each.isLoopback() && !each.isVirtual();
        } catch (SocketException e) {
            return false;
        }
    }
}
