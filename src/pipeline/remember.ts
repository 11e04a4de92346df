import { join } from 'node:path';
import { ReadMemo } from '../archive/read-memo.ts';
import { codeFingerprint } from './fingerprint.ts';

/** Where a build keeps what it read of the content, and of an edition's own content. */
export interface Memos {
  readonly content: string;
  readonly edition: string;
  /** Files of the edition that the last proof found sound. */
  readonly proven: string;
}

/** @param work the edition's work folder */
export function memosOf(work: string): Memos {
  return {
    content: join(work, '..', 'cache', 'read.jsonl'),
    edition: join(work, 'cache', 'read.jsonl'),
    proven: join(work, 'cache', 'proven.txt'),
  };
}

/** Reads a content folder by what the last reading with the same memo left; anew where `file` is not given. */
export async function remembering<T>(
  project: string,
  file: string | undefined,
  read: (memo: ReadMemo | undefined) => Promise<T>,
): Promise<T> {
  if (file === undefined) return read(undefined);
  const { memo, save } = await openMemo(file, codeFingerprint(project));
  const result = await read(memo);
  await save();
  return result;
}

/**
 * What the last reading left, for one who reads several times.
 * @param code fingerprint of the program that reads
 */
export async function openMemo(file: string, code: string): Promise<{ memo: ReadMemo; save(): Promise<void> }> {
  const memo = await ReadMemo.open(file, code);
  return { memo, save: () => memo.save(file, code) };
}
