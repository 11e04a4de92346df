/** The relation fields of `apparatus`, in the order in which a page shows them. */
export const RELATION_FIELDS = [
  'actions',
  'documents',
  'meetings',
  'acts',
  'operations',
  'organisations',
  'systems',
  'topics',
] as const;
