package org.affinity.profile.creator.domain;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the ISO 3166 code of a country written as a code or by one of its English or French names, also the everyday
 * and the former ones.
 */
public final class Countries {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** Everyday names that differ from the official ones, {@code code=name|name}. */
    private static final String ALIASES = """
            AE=uae|emirats|emirats arabes unis|united arab emirates
            AU=australie|australia
            BA=bosnia|bosnie|bosnia and herzegovina|bosnie herzegovine
            BE=belgique|belgium
            BO=bolivia|bolivie
            BR=brazil|bresil|brasil
            CD=dr congo|drc|rdc|democratic republic of the congo|congo kinshasa
            CG=congo|republic of the congo|congo brazzaville
            CH=switzerland|suisse|schweiz
            CI=ivory coast|cote d ivoire|cote divoire
            CN=china|chine|mainland china|prc
            CV=cape verde|cap vert|cabo verde
            CZ=czech republic|czechia|republique tcheque|tchequie
            DE=germany|allemagne|deutschland
            DZ=algeria|algerie
            EG=egypt|egypte
            ES=spain|espagne|espana
            FR=france|french republic|france metropolitaine
            GB=uk|u k|great britain|britain|england|scotland|wales|northern ireland|royaume uni|angleterre|grande bretagne|united kingdom
            GR=greece|grece
            HK=hong kong|hongkong
            IN=india|inde
            IR=iran|islamic republic of iran
            IT=italy|italie|italia
            JP=japan|japon
            KP=north korea|coree du nord
            KR=south korea|korea|republic of korea|coree|coree du sud
            LA=laos
            MA=morocco|maroc
            MD=moldova|moldavie|moldova republic of
            MK=macedonia|north macedonia|macedoine|macedoine du nord
            MM=burma|myanmar|birmanie
            MO=macau|macao
            MX=mexico|mexique
            NL=netherlands|the netherlands|holland|pays bas|hollande
            PH=philippines|the philippines
            PS=palestine|palestinian territory|state of palestine
            PT=portugal
            RE=reunion|la reunion
            RU=russia|russian federation|russie|federation de russie
            SA=saudi arabia|ksa|arabie saoudite
            SE=sweden|suede
            SN=senegal
            SY=syria|syrie|syrian arab republic
            SZ=swaziland|eswatini
            TN=tunisia|tunisie
            TR=turkey|turkiye|turquie
            TW=taiwan
            TZ=tanzania|tanzanie
            US=usa|u s a|us|u s|united states|united states of america|america|etats unis|etats unis d amerique
            VA=vatican|holy see|vatican city
            VE=venezuela
            VG=british virgin islands|iles vierges britanniques
            VI=us virgin islands|u s virgin islands
            VN=vietnam|viet nam
            XK=kosovo
            """;

    private static final Map<String, String> CODES = codes();

    private Countries() {}

    /** The code of the country that the cell names; empty when no country is known under that name. */
    public static Optional<String> codeOf(String cell) {
        return Optional.ofNullable(CODES.get(PlainWords.of(cell)))
                .or(() -> Optional.ofNullable(CODES.get(PlainWords.of(repaired(cell)))));
    }

    /** True when the text is an ISO 3166 alpha-2 code in use. */
    public static boolean isCode(String text) {
        return text.length() == 2 && text.equals(CODES.get(text.toLowerCase(Locale.ROOT)));
    }

    /** UTF-8 that was once read as Windows-1252 ({@code CÃ´te}), read right. */
    private static String repaired(String cell) {
        return new String(cell.getBytes(WINDOWS), StandardCharsets.UTF_8);
    }

    private static Map<String, String> codes() {
        var codes = new HashMap<String, String>();
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            codes.put(PlainWords.of(country.getDisplayCountry(Locale.ENGLISH)), code);
            codes.put(PlainWords.of(country.getDisplayCountry(Locale.FRENCH)), code);
            codes.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
        }
        ALIASES.lines().forEach(line -> {
            String[] parts = line.split("=", 2);
            for (String name : parts[1].split("\\|", -1)) {
                codes.put(name, parts[0]);
            }
        });
        for (String code : Locale.getISOCountries()) {
            codes.put(code.toLowerCase(Locale.ROOT), code);
        }
        return codes;
    }
}
