package cadran.server.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * A test with a {@code Database} parameter that runs on H2 and on a real PostgreSQL. Both are empty when the class
 * begins and shared by its tests: take a new organisation per test.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ParameterizedTest(name = "{0}", autoCloseArguments = false)
@ArgumentsSource(BothDatabases.class)
public @interface DatabaseTest {}
