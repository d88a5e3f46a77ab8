package cadran.server.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** A test with a {@code DatabaseSettings} parameter: a PostgreSQL database of its own, migrated, not yet open. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ParameterizedTest(name = "PostgreSQL")
@ArgumentsSource(FreshPostgres.class)
public @interface PostgresTest {}
