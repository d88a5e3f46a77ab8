package cadran.desktop.simulation;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Loads the whole program once more, with some methods redefined: each becomes a call of a method of the same name in
 * {@link PlantedMethods}, and stays reachable there under its old name with an ending. So no switch in the product is
 * needed to break it.
 */
final class PlantLoader extends AlteringLoader {
    /** What the redefined method was called is followed by this. */
    static final String ORIGINAL = "$original";

    private static final ClassDesc HOOKS = ClassDesc.of(PlantedMethods.class.getName());

    /**
     * One method that does something else.
     *
     * @param type full name of the class
     * @param method its only method of that name with a body
     * @param hook what is called instead
     */
    record Redefinition(String type, String method, String hook) {}

    private final List<Redefinition> redefinitions;
    private final Set<Redefinition> done = new HashSet<>();

    PlantLoader(List<Redefinition> redefinitions) {
        this.redefinitions = redefinitions;
    }

    /** Loads what is to be redefined; a method that is not there any more fails here, and loudly. */
    void check() throws ClassNotFoundException {
        for (var one : redefinitions) {
            loadClass(one.type());
            if (!done.contains(one)) {
                throw new IllegalStateException("there is no method " + one.type() + "." + one.method() + " to break");
            }
        }
    }

    @Override
    boolean isOurs(String name) {
        // Finished files are shared: making them takes seconds.
        return name.startsWith("cadran.") && !name.equals(Images.class.getName());
    }

    @Override
    byte[] altered(String name, byte[] bytes) {
        var mine = redefinitions.stream().filter(one -> one.type().equals(name)).toList();
        if (mine.isEmpty()) {
            return bytes;
        }
        var file = ClassFile.of();
        var model = file.parse(bytes);
        return file.transformClass(model, (builder, element) -> redefine(builder, element, mine));
    }

    private void redefine(ClassBuilder builder, ClassElement element, List<Redefinition> mine) {
        if (element instanceof MethodModel method && method.code().isPresent() && !isSynthetic(method)) {
            for (var one : mine) {
                if (method.methodName().equalsString(one.method())) {
                    if (!done.add(one)) {
                        throw new IllegalStateException("several methods " + one.type() + "." + one.method());
                    }
                    builder.withMethod(
                            one.method() + ORIGINAL,
                            method.methodTypeSymbol(),
                            method.flags().flagsMask(),
                            copy -> method.code().ifPresent(copy::with));
                    builder.withMethodBody(
                            one.method(),
                            method.methodTypeSymbol(),
                            method.flags().flagsMask(),
                            code -> call(code, method, one.hook()));
                    return;
                }
            }
        }
        builder.with(element);
    }

    private static boolean isSynthetic(MethodModel method) {
        return method.flags().has(AccessFlag.SYNTHETIC);
    }

    private static void call(CodeBuilder code, MethodModel method, String hook) {
        boolean isStatic = method.flags().has(AccessFlag.STATIC);
        var type = method.methodTypeSymbol();
        List<ClassDesc> parameters = new ArrayList<>();
        if (!isStatic) {
            code.aload(0);
            parameters.add(ConstantDescs.CD_Object);
        }
        for (int i = 0; i < type.parameterCount(); i++) {
            var parameter = type.parameterType(i);
            code.loadLocal(TypeKind.from(parameter), code.parameterSlot(i));
            parameters.add(erased(parameter));
        }
        code.invokestatic(HOOKS, hook, MethodTypeDesc.of(erased(type.returnType()), parameters));
        if (!type.returnType().isPrimitive()) {
            code.checkcast(type.returnType());
        }
        code.return_(TypeKind.from(type.returnType()));
    }

    private static ClassDesc erased(ClassDesc type) {
        return type.isPrimitive() ? type : ConstantDescs.CD_Object;
    }
}
