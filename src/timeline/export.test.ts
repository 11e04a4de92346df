import { expect, test } from 'vitest';
import { Catalogue } from '../archive/catalogue.ts';
import type { TimelineEvent } from '../archive/timeline/event.ts';
import { timelineCsv } from './csv.ts';
import { timelineIcs } from './ics.ts';
import { byYear } from './list.ts';
import { standaloneStyle } from './standalone.ts';

const record = { number: '14001/19', title: 'Paper', access: { status: 'public' as const } };
const [item] = new Catalogue([
  { entry: { collection: 'documents', id: 'ST-14001-2019-INIT', file: 'a.md', record }, citations: [] },
]).all();
function event(id: string, date: string | null, title = id): TimelineEvent {
  if (!item) throw new Error('the catalogue lost its only document');
  return { id, kind: 'document', shape: 'point', date, title, label: id, item, sources: ['register'] };
}
const events = [
  event('a', '2015-07-09', '=cmd("x"), and\nmore'),
  event('b', '../2015-12-31'),
  event('c', '2019'),
  event('d', null),
];

test('the table has every event, and no cell a spreadsheet would run', () => {
  const lines = timelineCsv(events).trimEnd().split('\r\n');
  expect(lines[0]).toBe('id,kind,date,earliest,latest,as given,dated by,title,entry,address,sources');
  expect(lines).toHaveLength(5);
  expect(lines[1]).toContain(`"'=cmd(""x""), and\nmore"`);
  expect(lines[2]).toMatch(/^b,document,\.\.\/2015-12-31,,2015-12-31,/);
});

test('the calendar has what has a first and a last day, as whole days, the same in every build', () => {
  const calendar = timelineIcs('T', events);
  expect(calendar).toBe(timelineIcs('T', events));
  expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  expect(calendar).toContain('DTSTART;VALUE=DATE:20150709\r\nDTEND;VALUE=DATE:20150710');
  expect(calendar).toContain('DTSTART;VALUE=DATE:20190101\r\nDTEND;VALUE=DATE:20200101');
  expect(calendar).toContain('UID:a@enfocustom');
  expect(timelineIcs('T', events, new URL('https://archive.test'))).toContain(
    'https://archive.test/documents/st-14001-2019-init/',
  );
});

test('the list goes by years, names the silences, and keeps the undated for last', () => {
  expect(byYear(events).map(({ year, silence, events: all }) => [year, silence, all.length])).toEqual([
    [2015, null, 2],
    [2019, '2016–2018', 1],
    [null, null, 1],
  ]);
});

test('a picture in a file of its own has plain colours', () => {
  const style = standaloneStyle(
    ':root {\n  --ink: light-dark(#111111, #eeeeee);\n  --sans: Arial, sans-serif;\n}',
    '.tl-point {\n  fill: var(--ink);\n}\n.other {\n  color: red;\n}\n.timeline-picture {\n  font-family: var(--sans);\n}',
  );
  expect(style).toContain('fill: #111111');
  expect(style).toContain('font-family: Arial, sans-serif');
  expect(style).not.toMatch(/var\(|light-dark|other/);
});
