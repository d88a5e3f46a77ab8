package cadran.desktop.shell;

import java.util.List;

/** Objects the palette finds besides commands. Asked in the background, the newest request wins. */
public interface SearchSource {
    List<Hit> find(String query, int limit) throws Exception;

    /**
     * @param objectId given to the feature's {@link Feature#open} when chosen
     * @param detail what tells it from others of the same title; may be empty
     */
    record Hit(String objectId, String title, String detail) {}
}
