/** Where the `see` of a glossary term leads. */
export const SEE_COLLECTIONS = {
  organisation: 'organisations',
  system: 'systems',
  workingParty: 'working-parties',
  operation: 'operations',
  topic: 'topics',
} as const;
