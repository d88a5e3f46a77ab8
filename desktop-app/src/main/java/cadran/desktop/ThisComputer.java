package cadran.desktop;

import java.util.Map;

/** How this computer is called in its owner's list of devices. */
final class ThisComputer {
    private ThisComputer() {}

    static String name(Map<String, String> environment) {
        for (String variable : new String[] {"COMPUTERNAME", "HOSTNAME", "HOST"}) {
            String name = environment.get(variable);
            if (name != null && !name.isBlank()) {
                return name.strip();
            }
        }
        return System.getProperty("os.name", "?");
    }
}
