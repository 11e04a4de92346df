import { UsageError } from '../lib/command.ts';

/** The two editions of the archive. */
export const EDITIONS = ['public', 'delegates'] as const;
export type Edition = (typeof EDITIONS)[number];

export function isEdition(text: string | undefined): text is Edition {
  return EDITIONS.includes(text as Edition);
}

/** Folder of an edition's input and caches, never shared with another edition. */
export const workFolder = (edition: Edition) => `${process.env.ENFOCUSTOM_WORK ?? '.editions'}/${edition}`;

/** Editions as typed behind `--edition`; all where none is. */
export function parseEditions(names: readonly string[] | undefined): readonly Edition[] {
  return names ? [...new Set(names.map(parseEdition))] : EDITIONS;
}

export function parseEdition(name: string): Edition {
  if (isEdition(name)) return name;
  throw new UsageError(`--edition ${name}: the editions are ${EDITIONS.join(' and ')}.`);
}
