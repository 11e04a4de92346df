import { expect, it } from 'vitest';
import { joinBroken, LINE_BREAK } from './hyphens.ts';

it.each([
  ['a word that the text has whole', 'Rowing is fun: row-\ning for all.', 'Rowing is fun: rowing for all.'],
  ['a word that the text has with its hyphen', 'The boat-house; a boat-\nhouse.', 'The boat-house; a boat-house.'],
  ['a first part that stands by itself', 'The co-\noperation of non-\nmembers.', 'The co-operation of non-members.'],
  ['a word of which the text knows nothing', "The coun-\n  try's boats.", "The country's boats."],
  [
    'lines that a reader has joined',
    `The oars of row-${LINE_BREAK}ing boats; rowing.`,
    'The oars of rowing boats; rowing.',
  ],
  ['a hyphen before a capital', 'The Oder-\nNeisse line.', 'The Oder-\nNeisse line.'],
])('%s', (_name, text, joined) => {
  expect(joinBroken(text)).toBe(joined);
});
