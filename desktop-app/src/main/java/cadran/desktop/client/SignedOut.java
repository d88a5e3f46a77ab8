package cadran.desktop.client;

import java.io.IOException;

/** The server does not know this device any more: revoked, expired, or never signed in. The user has to sign in again. */
public final class SignedOut extends IOException {}
