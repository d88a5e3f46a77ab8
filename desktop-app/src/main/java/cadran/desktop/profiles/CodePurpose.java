package cadran.desktop.profiles;

import cadran.model.auth.InvitationOffer;

/** What somebody can do with a one-time code. */
public sealed interface CodePurpose {
    record Invitation(InvitationOffer offer) implements CodePurpose {}

    record SetUp() implements CodePurpose {}

    record Reset() implements CodePurpose {}
}
