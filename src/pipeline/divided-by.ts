import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const fileOf = (work: string) => join(work, 'cache', 'divided-by.txt');

/** Whether the edition's content in a work folder is whole, and was divided by the program with this fingerprint. */
export function isDividedBy(work: string, code: string): boolean {
  try {
    return readFileSync(fileOf(work), 'utf8') === code;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/** Divides the content into a work folder, and leaves there which program did; nothing says so where it is cut short. */
export async function dividing<T>(work: string, code: string, divide: () => Promise<T>): Promise<T> {
  const file = fileOf(work);
  rmSync(file, { force: true });
  const divided = await divide();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, code);
  return divided;
}
