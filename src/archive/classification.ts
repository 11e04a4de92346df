/**
 * EU classifications (Council Decision 2013/488/EU, Article 2 and Annex I), with the words used before it.
 * LIMITE is not one of them: it is a distribution marking.
 */
const LEVELS: readonly (readonly [level: string, pattern: RegExp])[] = [
  ['TRÈS SECRET UE/EU TOP SECRET', /TR[EÈ]S\s+SECRET\s+UE|EU\s+TOP\s+SECRET/i],
  ['SECRET UE/EU SECRET', /\bSECRET\s+UE\b|\bEU\s+SECRET\b/i],
  ['CONFIDENTIEL UE/EU CONFIDENTIAL', /CONFIDENTIEL\s+UE|EU\s+CONFIDENTIAL/i],
  ['RESTREINT UE/EU RESTRICTED', /RESTREINT\s+UE|EU\s+RESTRICTED|\bR-UE\/EU-R\b/i],
];

/** The highest classification that the text names, or null. */
export function classificationIn(text: string): string | null {
  return LEVELS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
