package cadran.model.auth;

import cadran.model.organisations.Permission;
import cadran.model.organisations.Role;
import cadran.model.organisations.Team;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Who is signed in, where, and what they may do, for a program that hides or explains the rest. */
public record Me(
        UUID id,
        String email,
        String name,
        String language,
        UUID organisation,
        String organisationName,
        String timeZone,
        List<Role> roles,
        Set<Permission> permissions,
        List<Team> teams,
        List<Consent> consents) {}
