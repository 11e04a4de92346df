import { expect, test } from 'vitest';
import { AstroLog } from './astro-log.ts';

const line = (level: string, label: string, message: string) => JSON.stringify({ message, label, level });
const empty = (collection: string) =>
  `The collection "${collection}" does not exist or is empty. Please check your content config file for errors.`;

function logOf(...lines: string[]): AstroLog {
  const log = new AstroLog((collection) => collection === 'systems');
  for (const one of lines) log.add(one);
  return log;
}

test('pages are counted', () => {
  const pages = ['/a/index.html', '/data/graph.json', '/404.html'].map((path) => `  ├─ ${path} (+3ms)`);
  expect(logOf(...pages.map((message) => line('info', 'build', message))).pages).toBe(3);
});

test('a collection of which the edition holds nothing is no fault, any other warning is one', () => {
  expect(logOf(line('warn', 'content', empty('systems'))).faults).toEqual([]);
  expect(logOf(line('warn', 'content', empty('documents'))).faults).toHaveLength(1);
  expect(logOf(line('warn', 'content', 'Entry actions → 7.3 was not found.')).faults).toHaveLength(1);
  expect(logOf(line('error', 'content', 'a failure')).faults).toEqual(['[content] a failure']);
});

test('what is not a line of the log is kept for the end of a failed build', () => {
  expect(logOf('{ not json', 'a stack').tail()).toBe('{ not json\na stack');
});
