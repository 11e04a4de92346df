import { fileURLToPath } from 'node:url';
import { EDITIONS, type Edition, isEdition } from '../edition/editions.ts';
import { UsageError } from './command.ts';

/** The folder of this project. */
export const project = fileURLToPath(new URL('../..', import.meta.url));

/** Editions as typed behind `--edition`; all where none is. */
export function parseEditions(names: readonly string[] | undefined): readonly Edition[] {
  return names ? [...new Set(names.map(parseEdition))] : EDITIONS;
}

export function parseEdition(name: string): Edition {
  if (isEdition(name)) return name;
  throw new UsageError(`--edition ${name}: the editions are ${EDITIONS.join(' and ')}.`);
}
