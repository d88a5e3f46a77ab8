package cadran.desktop.simulation;

import java.io.PrintStream;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.InvocationTargetException;
import java.util.Set;

/**
 * Loads the simulation with an H2 whose clock stands still. H2 writes the time into its files, in as many digits as it
 * takes, and looks for a good plan and tidies up for as long as seems worth it: the same seed would find other bytes.
 */
final class TimelessLoader extends AlteringLoader {
    private static final String H2 = "org.h2.";
    /** Who takes the first good plan when it has looked long enough; others measure time to wait for each other. */
    private static final String OPTIMIZER = "org.h2.command.query.Optimizer";
    /** Who tidies up a file until it is done or has taken long enough, and is never done with some that are damaged. */
    private static final String TIDIER = "org.h2.mvstore.RandomAccessStore";

    private static final String RANDOM = "org.h2.util.MathUtils";
    private static final Set<String> DICE_METHODS = Set.of("getSecureRandom", "randomBytes", "randomInt");
    private static final ClassDesc DICE = ClassDesc.of(Dice.class.getName());
    private static final ClassDesc PATIENCE = ClassDesc.of(Patience.class.getName());

    private static final long NOW = 1_763_625_600_000L;

    /** Runs the command in the other program; returns what it exits with. */
    static int simulate(PrintStream out, String... arguments) throws Exception {
        var loader = new TimelessLoader();
        // The driver registers itself with those who have the same class.
        Class.forName("org.h2.Driver", true, loader);
        var run =
                loader.loadClass(Simulate.class.getName()).getDeclaredMethod("run", PrintStream.class, String[].class);
        run.setAccessible(true);
        var me = Thread.currentThread();
        var before = me.getContextClassLoader();
        // Where libraries look for the driver.
        me.setContextClassLoader(loader);
        try {
            return (int) run.invoke(null, out, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause() instanceof Exception known ? known : failed;
        } finally {
            me.setContextClassLoader(before);
        }
    }

    @Override
    boolean isOurs(String name) {
        // The pool asks for a driver that has the same classes as itself.
        return name.startsWith("cadran.") || name.startsWith(H2) || name.startsWith("com.zaxxer.hikari.");
    }

    @Override
    byte[] altered(String name, byte[] bytes) {
        if (!name.startsWith(H2)) {
            return bytes;
        }
        var file = ClassFile.of();
        if (name.equals(RANDOM)) {
            return file.transformClass(file.parse(bytes), TimelessLoader::seeded);
        }
        return file.transformClass(file.parse(bytes), ClassTransform.transformingMethodBodies(still(name)));
    }

    private static void seeded(ClassBuilder builder, ClassElement element) {
        if (element instanceof MethodModel method
                && DICE_METHODS.contains(method.methodName().stringValue())) {
            var type = method.methodTypeSymbol();
            builder.withMethodBody(
                    method.methodName(), method.methodType(), method.flags().flagsMask(), code -> {
                        if (type.parameterCount() > 0) {
                            code.loadLocal(TypeKind.from(type.parameterType(0)), 0);
                        }
                        code.invokestatic(DICE, method.methodName().stringValue(), type);
                        code.return_(TypeKind.from(type.returnType()));
                    });
        } else {
            builder.with(element);
        }
    }

    private static CodeTransform still(String className) {
        return (code, element) -> {
            if (isReading(element, "currentTimeMillis")
                    || (className.equals(OPTIMIZER) && isReading(element, "nanoTime"))) {
                code.loadConstant(NOW);
            } else if (className.equals(TIDIER) && isReading(element, "nanoTime")) {
                code.invokestatic(PATIENCE, "nanoTime", MethodTypeDesc.of(ConstantDescs.CD_long));
            } else {
                code.with(element);
            }
        };
    }

    private static boolean isReading(CodeElement element, String clock) {
        return element instanceof InvokeInstruction call
                && call.owner().asInternalName().equals("java/lang/System")
                && call.name().equalsString(clock);
    }
}
