import { inAllLanguages, LANGUAGES } from './languages.ts';
import { withoutN } from './normalise.ts';

/** Kinds of documents as printed, for recognising one whose capital Ns are lost or which stands among other words. */
const KINDS = inAllLanguages('kinds').map(([kind]) => kind.replaceAll('"', "'"));
const COVERS = new Set(Object.values(LANGUAGES).map(({ kinds }) => kinds.split('|')[0]));
const BY_REST = new Map<string, string>();
for (const kind of KINDS) if (!BY_REST.has(withoutN(kind))) BY_REST.set(withoutN(kind), kind);
const KNOWN = new Set(KINDS);

/** Names of the institution, in whose place a conversion may leave nothing but capitals. */
const INSTITUTION = new RegExp(
  [
    'COUNCIL|COU ?CIL|COUC IL|EUROPEA|UNION|U ?IO\\b|CONSEIL|EUROPÉENNE|RAT DER|EUROPÄISCHEN|RAAD|EUROPESE|RÅD\\b',
    'EUROPEISKA|ΣΥΜΒΟΥΛΙΟ|ΕΥΡΩΠΑΪΚΗΣ|SECRETARIAT|PUBLIC|THE$|^EIL UE|BRUSSEL|BRUXELLES|^EN$|RESTRICTED|^[EUIO ]{1,5}$',
  ].join('|'),
);

/**
 * The kind of document among what is left of the first page once place, date, number, marking and codes are taken
 * out: `segments` in print order, the last one nearest to the labels; where there are none, `knownOnly`. Quotation marks become straight single ones.
 */
export function findKind(segments: readonly string[], lossy: boolean, knownOnly = false): string | null {
  const lines = segments
    .filter((segment) => segment.length < 200)
    .map(tidy)
    .filter((line) => line !== '');
  for (const line of joinedAndSingle(lines)) {
    if (KNOWN.has(line)) return line;
    const repaired = lossy ? BY_REST.get(withoutN(line)) : undefined;
    if (repaired) return repaired;
  }
  for (const line of lines.toReversed()) {
    const words = line.split(' ');
    for (let from = 1; from < words.length; from++) {
      const end = words.slice(from).join(' ');
      if (KNOWN.has(end)) return end;
    }
    if (knownOnly) continue;
    const capitals = line === line.toUpperCase() && /\p{Lu}{3}/u.test(line) && !/\d/.test(line);
    if (capitals && line.length < 80 && !INSTITUTION.test(line)) return line;
  }
  return null;
}

/** Two or three lines may make one kind, so the longest join is tried first, from the labels upwards. */
function* joinedAndSingle(lines: readonly string[]): Generator<string> {
  for (let last = lines.length; last > 0; last--) {
    for (let count = Math.min(3, last); count > 0; count--) yield lines.slice(last - count, last).join(' ');
  }
}

function tidy(segment: string): string {
  return segment
    .replace(/["“”„«»‘’‚`´]/g, "'")
    .replace(/[¹²³⁰-⁹*_#|]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.,:;)–-]+|[\s.,:;(–-]+$/g, '');
}

/** Whether a kind says that the document lifts an old classification. */
export function isDeclassification(kind: string | null): boolean {
  return (
    kind !== null &&
    /DECLASSIF|DÉCLASSIF|SÄKERHETSSKYDDSKLASSIFICERING|DERUBRICERING|GEHEIMHALTUNG|ΑΠΟΧΑΡΑΚΤ|FREIGABE|DESCLAS|DECLASIF|AFKLASSIF|ODTAJ|ДЕКЛАСИФ|TURVALLISUUSLUOKITUKSEN/.test(
      kind,
    )
  );
}

/** Whether a document of that kind transmits another one. */
export function isCover(kind: string | null): boolean {
  return kind !== null && (COVERS.has(kind) || /COVER|TRANSMISSION/.test(kind));
}
