package cadran.desktop;

/** Where somebody goes who leaves an open profile. */
enum Leaving {
    WELCOME,
    SIGN_IN_AGAIN,
    /** Into the same one, with what the server says of its user by now. */
    REOPEN
}
