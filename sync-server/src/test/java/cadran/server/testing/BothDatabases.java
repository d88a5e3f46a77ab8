package cadran.server.testing;

import cadran.server.db.Database;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Gives the databases of a test class, opened at its first test and closed after its last. */
final class BothDatabases implements ArgumentsProvider {
    private static final Namespace NAMESPACE = Namespace.create(BothDatabases.class);

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        var postgres = PostgresServer.of(context);
        return Stream.of(
                Arguments.of(ofClass(context, "H2", TestDatabases::h2)),
                Arguments.of(ofClass(context, "PostgreSQL", () -> Database.open(postgres.freshDatabase()))));
    }

    private static Database ofClass(ExtensionContext context, String name, Supplier<Database> opener) {
        var ofClass = context.getParent().orElseThrow().getStore(NAMESPACE);
        return ofClass.getOrComputeIfAbsent(name, key -> opener.get(), Database.class);
    }
}
