import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import ical, { ICalEventTransparency } from 'ical-generator';
import { expect, test } from 'vitest';
import { Catalogue } from '../../archive/catalogue.ts';
import type { TimelineEvent } from '../../archive/timeline/event.ts';
import { csvOf } from './csv.ts';
import { dateOf } from './day.ts';
import { icsOf } from './ics.ts';
import { byYear } from './list.ts';
import { timelineCsv, timelineIcs } from './row.ts';
import { rowsOf } from './rows.ts';
import { standaloneStyle } from './standalone.ts';

const record = { number: '14001/19', title: 'Paper', access: { status: 'public' as const } };
const [item] = new Catalogue([
  { entry: { collection: 'documents', id: 'ST-14001-2019-INIT', file: 'a.md', record }, citations: [] },
]).all();
function event(id: string, date: string | null, title = id): TimelineEvent {
  if (!item) throw new Error('the catalogue lost its only document');
  return { id, kind: 'document', shape: 'point', date, title, label: id, item, sources: ['register:ST-1-2020-INIT'] };
}
const events = [
  event('a', '2015-07-09', '=cmd("x"), and\nmore'),
  event('b', '../2015-12-31'),
  event('c', '2019'),
  event('d', null),
];

test('the table has every event, and no cell a spreadsheet would run', () => {
  const lines = timelineCsv(rowsOf(events)).trimEnd().split('\r\n');
  expect(lines[0]).toBe('id,kind,date,earliest,latest,as given,dated by,mode,title,entry,address,sources');
  expect(lines).toHaveLength(5);
  expect(lines[1]).toContain(`"'=cmd(""x""), and\nmore"`);
  expect(lines[2]).toMatch(/^b,document,\.\.\/2015-12-31,,2015-12-31,/);
});

test('the calendar has what has a first and a last day, as whole days, the same in every build', () => {
  const calendar = timelineIcs('T', rowsOf(events), null);
  expect(calendar).toBe(timelineIcs('T', rowsOf(events), null));
  expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  expect(calendar).toContain('DTSTART;VALUE=DATE:20150709\r\nDTEND;VALUE=DATE:20150710');
  expect(calendar).toContain('DTSTART;VALUE=DATE:20190101\r\nDTEND;VALUE=DATE:20200101');
  expect(calendar).toContain('UID:a@enfocustom');
  expect(timelineIcs('T', rowsOf(events), 'https://archive.test')).toContain(
    'https://archive.test/documents/st-14001-2019-init/',
  );
});

test('an extent that no source states leaves in no file, and a plan says that it is one', () => {
  const extent = {
    ...event('x', null),
    shape: 'bar',
    known: { first: '2019', last: '2022-12-06', sure: null },
  } as const;
  const byNumber = { ...event('n', '2019'), byNumber: true };
  const rows = rowsOf([extent, byNumber, { ...event('p', '2022-12-08'), planned: true }]);
  expect(rows.map(({ id }) => id)).toEqual(['n', 'p']);
  expect(timelineCsv(rows)).toContain('n,document,2019,2019-01-01,2019-12-31,,year of the number,reported,');
  expect(timelineCsv(rows)).toMatch(/^p,.*,planned,/m);
  const calendar = timelineIcs('T', rows, null);
  expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  expect(calendar).toContain('(planned)');
});

const words = fc.string({ unit: fc.constantFrom(...'=+-@ab ,;\\"\'é€\u{1f4e6}\t') });

test('a table is what a library writes', () => {
  const cell = fc.oneof(words, fc.integer(), fc.constant(null));
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1 })), (rows) => {
      const plain = rows.map((row) => row.map((one) => one ?? ''));
      expect(csvOf(rows)).toBe(stringify(plain, { escape_formulas: true, record_delimiter: 'windows' }));
    }),
  );
});

test('a line feed in a cell is kept within quotation marks', () => {
  expect(csvOf([['a\nb', 'c\rd', -1, '-1']])).toBe(`"a\nb","c\rd",-1,'-1\r\n`);
});

test('a calendar is what a library writes, but for two lines of one program', () => {
  const entry = fc.record({
    uid: fc.string({ unit: fc.constantFrom(...'abc.-'), minLength: 1, maxLength: 100 }),
    days: fc.tuple(fc.integer({ min: -7000, max: 29_000 }), fc.nat(400)),
    summary: words.filter((one) => one.trim() !== ''),
    description: fc.option(words.filter((one) => one.trim() !== '')),
    url: fc.option(fc.constant('https://archive.test/documents/st-14001-2019-init/')),
    transparent: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const library = ical({ name: 'T', prodId: '//Enfocustom//Test//EN' });
      for (const { uid, days, summary, description, url, transparent } of entries) {
        const start = dateOf(days[0]);
        library.createEvent({
          id: uid,
          stamp: start,
          start,
          end: dateOf(days[0] + days[1] + 1),
          allDay: true,
          timezone: 'UTC',
          summary,
          ...(transparent && { transparency: ICalEventTransparency.TRANSPARENT }),
          ...(description && { description }),
          ...(url && { url }),
        });
      }
      const own = entries.map(({ days, description, url, ...other }) => ({
        ...other,
        first: days[0],
        last: days[0] + days[1],
        description: description ?? undefined,
        url: url ?? undefined,
      }));
      const plain = library.toString().replace(/X-MICROSOFT-.*\r\n/g, '');
      expect(icsOf('T', 'Test', own)).toBe(`${plain}\r\n`);
    }),
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
