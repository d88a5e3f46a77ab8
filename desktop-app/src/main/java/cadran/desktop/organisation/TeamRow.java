package cadran.desktop.organisation;

import cadran.model.organisations.Team;
import java.util.List;

/** A team with the names of those in it. */
record TeamRow(Team team, List<String> members) {}
