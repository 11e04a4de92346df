import { writeFile } from 'node:fs/promises';
import { doWork } from '../../pipeline/own-process.ts';
import { buildShard, type ShardInput } from './shard.ts';

/** What the program is told. */
export interface ShardJob extends ShardInput {
  /** Folder for Pagefind's files. */
  readonly output: string;
  /** File for the summary. */
  readonly summary: string;
}

/** A program of its own for each shard, because Pagefind gives its memory back only when it ends. */
doWork(async ({ output, summary, ...input }: ShardJob) => {
  await writeFile(summary, JSON.stringify(await buildShard(input, output)));
});
