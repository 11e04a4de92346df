/** The access status of a document in one or two words. */
export const ACCESS_WORDS = {
  public: 'Open',
  partial: 'Partly open',
  limite: 'LIMITE',
  'reference-only': 'Not held',
  declassified: 'Declassified',
} as const;
