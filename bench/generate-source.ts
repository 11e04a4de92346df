import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { phrase, sentence } from './prose.ts';
import { Random } from './random.ts';

/** Writes source texts of Council documents for the importer, headers and paragraphs as registers give them. */
export async function generateSources(folder: string, count: number, seed: number): Promise<void> {
  const random = new Random(seed);
  await mkdir(folder, { recursive: true });
  for (let n = 0; n < count; n++) {
    const year = 1998 + (n % 27);
    const number = `${5000 + Math.floor(n / 27)}/${String(year).slice(2)}`;
    const head = [
      `Brussels, ${random.int(1, 28)} May ${year} (OR. en)`,
      number,
      `ENFOCUSTOM ${random.int(1, 200)}`,
      'NOTE',
      `From:\tPresidency\nTo:\tDelegations\nSubject:\t${phrase(random, 6)}`,
    ];
    const body = Array.from({ length: random.int(10, 40) }, (_, index) => {
      const cited = `${random.int(5000, 5400)}/${String(random.int(1998, 2024)).slice(2)}`;
      return `${index + 1}. ${sentence(random)} ${sentence(random)} See ${cited} on this.`;
    });
    await writeFile(join(folder, `${String(n).padStart(6, '0')}.txt`), `${[...head, ...body].join('\n\n')}\n`);
  }
}
