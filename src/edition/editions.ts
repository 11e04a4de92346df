/** The two editions of the archive. */
export const EDITIONS = ['public', 'delegates'] as const;
export type Edition = (typeof EDITIONS)[number];

export function isEdition(text: string | undefined): text is Edition {
  return EDITIONS.includes(text as Edition);
}

/** Folder of an edition's input and caches, never shared with another edition. */
export const workFolder = (edition: Edition) => `.editions/${edition}`;
