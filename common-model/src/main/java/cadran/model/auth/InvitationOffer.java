package cadran.model.auth;

/** @param hasAccount the person has one already and proves it with its password instead of choosing one */
public record InvitationOffer(String organisation, String email, boolean hasAccount) {}
