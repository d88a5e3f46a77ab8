package cadran.desktop.blocks;

import cadran.desktop.query.Query;
import cadran.desktop.tables.OpenProfile;
import cadran.model.blocks.BlockFile;
import cadran.model.catalog.Carrier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Files such as the regulator publishes, with blocks for the numbers of the demonstration. */
public final class SampleBlocks {
    public static final Charset WINDOWS = Charset.forName("windows-1252");
    public static final String COLUMNS = "EZABPQM;Tranche_Debut;Tranche_Fin;Mnémo;Territoire;Date_Attribution\n";

    private static final List<String> LINES = List.of(
            "0199;0199000000;0199999999;FRTE;Métropole;01/01/2017",
            "01990055;0199005500;0199005599;TEIR;Métropole;12/03/2024",
            "0261;0261000000;0261999999;TEIR;Métropole;01/01/2017",
            "0353;0353000000;0353999999;SFR0;Métropole;01/01/2017",
            "0465;0465000000;0465999999;TWIL;Métropole;01/01/2017",
            "0536;0536000000;0536999999;FRTE;Métropole;01/01/2017",
            "0639;0639000000;0639999999;SFR0;Métropole;01/01/2017",
            "0590;0590000000;0590999999;OUTR;\"Guadeloupe, Saint-Martin, Saint-Barthélemy\";18/06/2025",
            "08;0800000000;0899999999;FRTE;Métropole;01/01/2017",
            "3995;3995;3995;SFR0;National;01/01/2017");

    private SampleBlocks() {}

    public static String text() {
        return COLUMNS + String.join("\n", LINES) + "\n";
    }

    /** With lines that can't be used: one without a date, and two that give the same numbers to two operators. */
    public static String withDoubts() {
        return text() + """
                0377;0377000000;0377999999;DIAB;Métropole;
                0424;0424000000;0424999999;DIAB;Métropole;05/05/2023
                0424;0424000000;0424999999;BOUY;Métropole;05/05/2023
                """;
    }

    public static Path write(Path folder, String name, String text, Charset charset) {
        try {
            return Files.writeString(folder.resolve(name), text, charset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What that file says of a profile's numbers. */
    static BlockHolders holders(OpenProfile profile) {
        var carriers = profile.workspace.rows().list(Query.of(Carrier.TYPE)).stream()
                .map(row -> Carrier.TYPE.read(row.row()))
                .toList();
        return new BlockHolders(
                Optional.of(BlockFile.read(text().getBytes(WINDOWS)).orThrow()), carriers);
    }

    /** As if its user had loaded it before. */
    public static void use(Path profile) {
        new KeptFile(profile).replace(text().getBytes(WINDOWS));
    }
}
