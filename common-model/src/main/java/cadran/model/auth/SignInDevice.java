package cadran.model.auth;

import java.util.UUID;

/**
 * From where somebody signs in.
 *
 * @param id made once by the device and kept; it is not shown, so that only the device itself can say it
 * @param name for the list in which its owner looks for a device to sign out
 */
public record SignInDevice(UUID id, String name) {}
