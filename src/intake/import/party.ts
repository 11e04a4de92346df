/** Senders and addressees by language, as headers print them; their own names begin with a capital in English only. */
const PARTIES = [
  '(?:the )?(?:Presidency|Delegations?|(?:General )?Secretariat(?: of the Council)?|Council)',
  'Working Group [IVX]+(?: [-–] "[^"]{1,60}")?',
  '(?:Permanent Representatives Committee(?: \\(Part [12]\\))?|Coreper)(?:/Council)?',
  "[A-Z][\\w-]+ (?:delegation|Presidency)|(?:[A-Z][\\w'-]{1,30} ){1,8}(?:Working Party|Committee|Group)(?: \\([A-Z-]+\\))?",
  'Working Party on (?:[A-Z][\\w-]{1,30}(?: |$)){1,6}|Members of the [A-Z]\\w+',
  'EU Counter-Terrorism Coordinator|Europol|Eurojust|Frontex|CATS|COSI|CCWP|LEWP(?:-C)?',
  '(?:la )?[Pp]résidence|(?:le )?[Ss]ecrétariat général(?: du Conseil)?|(?:les )?[Dd]élégations',
  'Comité des représentants permanents(?:/Conseil)?',
  '(?:der )?Vorsitz|Generalsekretariat des Rates|(?:die )?Delegationen|Ausschuss der Ständigen Vertreter(?:/Rat)?',
  'Ordförandeskapet|Rådets (?:general)?sekretariat|[Dd]elegationerna|Ständiga representanternas kommitté(?:/rådet)?',
  '(?:het )?(?:[Vv]oorzitterschap|[Ss]ecretariaat(?:-generaal)?(?: van de Raad)?)|(?:de )?[Dd]elegaties',
  '(?:het )?Comité van permanente vertegenwoordigers(?:/(?:de )?Raad)?',
  '(?:την? )?Προεδρίας?|Γενική Γραμματεία του Συμβουλίου|(?:τις )?[ΑAα]ντιπροσωπίες|Επιτροπή των Μόνιμων Αντιπροσώπων',
  'Formandskabet|Generalsekretariatet for Rådet|Rådssekretariatet|delegationerne',
];
const PARTY = new RegExp(`^\\s*(?:${PARTIES.join('|')})(?=\\s|$)`);

/** The party that a value begins with, in the words of the value; else null. */
export function partyBefore(value: string): string | null {
  return PARTY.exec(value.slice(0, 400))?.[0] ?? null;
}
