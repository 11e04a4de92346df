import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Files, inFolder } from '../../tests/support/made-edition.ts';
import { partitionInto } from '../../tests/support/public-part.ts';
import type { Entry } from '../archive/collections.ts';
import { shapeOf, unwrap } from '../archive/schema-walk.ts';
import type { IsOpen } from '../edition/sources.ts';
import { audit } from './audit.ts';

/**
 * Each rule of the partition, broken on its own, over a small archive with something planted for it. What the partition then
 * writes is taken for an edition: it is what a site would be made of that shows all it is given. The audit must find
 * every plant that gets out, by the definition of its own.
 */

/** What is planted where: a short value and a long one. */
const PLANTS = {
  'body of a LIMITE document': ['Quiet Heron', 'Seven grey lanterns burned above the northern harbour wall'],
  'text of a LIMITE document': ['Amber Falcon', 'Nine tired porters carried the sealed crates over the border'],
  'withheld portion': ['Silver Otter Ridge', 'Four patrol boats waited behind the island until the morning'],
  'comment in a body': ['Copper Lynx', 'Somebody must still ask the desk about the second crate'],
  'note of a withheld portion': ['Ivory Badger', 'The pilot named three further ports in his second statement'],
  'field of a LIMITE document': ['Scarlet Ibis Desk', 'Filed with the papers of the special committee on timber'],
  'note on a LIMITE document, with an open source': [
    'Violet Marten',
    'The cover gives another date than the register of the house',
  ],
  'fact with a closed source': ['Golden Crane', 'The second phase begins after the harvest in three regions'],
  'fact with a closed act for its source': [
    'Hazel Dormouse',
    'Annexed to it are the names of eleven further warehouses',
  ],
  'inference from an open and a closed source': [
    'Saffron Pipit',
    'So the eastern depot must have been the third of the places',
  ],
  'fact of a section above a withheld portion': [
    'Umber Wolf',
    'Two of the trucks came back with other plates than before',
  ],
  'name of a topic that nothing open tells of': [
    'Crimson Stoat',
    'Smuggling of orchids through the northern and eastern ports',
  ],
  'id of a meeting whose date is withheld': ['indigo-weasel', 'grey-walrus-and-the-seven-northern-harbours'],
  'place in a closed source': ['#olive-thrush', '#copper-beech-hall-and-other-rooms-below'],
  'file that a text was imported from': [
    'Teal Plover.docx',
    'Pewter Grebe minutes of the last session before summer.docx',
  ],
  'static file of the delegates': ['russet-finch.txt', 'Ring the duty officer before you open any of these'],
  'guide page of the delegates': ['Cobalt Swift', 'Hand this paper to nobody outside of the working party'],
} as const;
type Plant = keyof typeof PLANTS;

const LIMITE = 'ST-2001-2020-INIT';
const plant = (name: Plant) => ({ short: PLANTS[name][0], long: PLANTS[name][1] });
const facts = (name: Plant, source: string) =>
  `{ title: ${plant(name).short}, note: ${plant(name).long}, source: ${source} }`;
const both = (name: Plant, form: (text: string) => string) => PLANTS[name].map(form).join('');

const document = (status: string, fields: string, body: string) =>
  `---\n# ${'A comment that an editor wrote about the record'}\nnumber: 1/20\ntitle: A title\naccess: { status: ${status} }\n${fields}---\n\n${body}`;

const ARCHIVE: Files = {
  'content/documents/st-1001-2020-init.md': document(
    'public',
    '',
    `## 1. Open\n\nOpen words.\n\n${both('comment in a body', (text) => `<!-- ${text} -->\n\n`)}End.\n`,
  ),
  'content/documents/st-1002-2020-init.md': document(
    'partial',
    '',
    `## 2. Mixed\n\nOpen words.[^1]\n\n:::withheld{pages="3"}\n${both('withheld portion', (text) => `${text}\n\n`)}More.[^2][^3]\n:::\n\n[^1]: Open note.\n${both('note of a withheld portion', (text) => `[^${text === plant('note of a withheld portion').short ? 2 : 3}]: ${text}\n`)}`,
  ),
  'content/documents/st-2001-2020-init.md': document(
    'limite',
    `filing: [${PLANTS['field of a LIMITE document'].join(', ')}]\nnotes:\n${both('note on a LIMITE document, with an open source', (text) => `  - { text: ${text}, source: register:ST-1-2020-INIT }\n`)}`,
    both('body of a LIMITE document', (text) => `${text}\n\n`),
  ),
  'content/texts/st-1001-2020-init.md': `---\nimporter: 1\nlanguage: en\nsource: ${plant('file that a text was imported from').short}\n---\n\nOpen text.\n`,
  'content/documents/st-1003-2020-init.md': document('public', '', 'Open.\n'),
  'content/texts/st-1003-2020-init.md': `---\nimporter: 1\nlanguage: en\nsource: ${plant('file that a text was imported from').long}\n---\n\nOpen text.\n`,
  'content/texts/st-2001-2020-init.md': `---\nimporter: 1\nlanguage: en\n---\n\n${both('text of a LIMITE document', (text) => `${text}\n\n`)}`,
  'content/operations/open.yaml': `kind: exercise
name: { value: Open operation, source: [register:ST-1-2020-INIT, ${PLANTS['place in a closed source'].map((place) => `"${LIMITE}${place}"`).join(', ')}] }
status: { value: planned, note: ${plant('inference from an open and a closed source').short}, inferred: ${plant('inference from an open and a closed source').long}, source: [register:ST-1-2020-INIT, ${LIMITE}] }
history:
  - ${facts('fact with a closed source', LIMITE)}
  - ${facts('fact with a closed act for its source', 'closed-act')}
  - ${facts('fact of a section above a withheld portion', 'ST-1002-2020-INIT#2')}
`,
  'content/acts.yaml': `- { id: closed-act, title: A closed act, kind: other, printed: [Act 1], source: ${LIMITE} }\n`,
  ...Object.fromEntries(
    PLANTS['name of a topic that nothing open tells of'].map((name, n) => [
      `content/topics/t${n}.yaml`,
      `name: ${name}\nnotes: [{ text: Closed., source: ${LIMITE} }]\n`,
    ]),
  ),
  ...Object.fromEntries(
    PLANTS['id of a meeting whose date is withheld'].map((id) => [
      `content/meetings/${id}.yaml`,
      `date: { value: "2020-05-05", source: ${LIMITE} }\nnotes: [{ text: A meeting took place., source: register:ST-1-2020-INIT }]\n`,
    ]),
  ),
  'content/guide/open.mdx':
    '---\ntitle: Open page\norder: 1\nminutes: 1\noutcome: Open.\nedition: public\n---\n\nOpen page.\n',
  'content/guide/other.mdx': `---\ntitle: ${plant('guide page of the delegates').short}\norder: 2\nminutes: 1\noutcome: More.\nedition: delegates\n---\n\n${plant('guide page of the delegates').long}.\n`,
  'public/editions.yaml': `robots.txt: public\n${plant('static file of the delegates').short}: delegates\n`,
  'public/robots.txt': 'User-agent: *\n',
  [`public/${plant('static file of the delegates').short}`]: plant('static file of the delegates').long,
};

/** Each broken rule, and what gets out by it. */
const MUTATIONS = {
  'LIMITE counts as open': [
    'body of a LIMITE document',
    'text of a LIMITE document',
    'fact with a closed source',
    'fact with a closed act for its source',
    'name of a topic that nothing open tells of',
  ],
  'withheld portions are not emptied': ['withheld portion', 'note of a withheld portion'],
  'a LIMITE document is seen like an open one': [
    'field of a LIMITE document',
    'note on a LIMITE document, with an open source',
  ],
  'classes of fields are ignored': ['field of a LIMITE document', 'file that a text was imported from'],
  'comments are kept': ['comment in a body'],
  'unused notes are kept': ['note of a withheld portion'],
  'entries of which nothing is open are kept': ['name of a topic that nothing open tells of'],
  'static files of the other edition are copied': ['static file of the delegates'],
  'guide pages of the other edition are kept': ['guide page of the delegates'],
  'bodies of LIMITE documents are kept': ['body of a LIMITE document'],
  'every source is open': [
    'fact with a closed source',
    'fact with a closed act for its source',
    'fact of a section above a withheld portion',
    'place in a closed source',
  ],
  'closed sources are kept': [
    'fact with a closed source',
    'place in a closed source',
    'note on a LIMITE document, with an open source',
  ],
  'closed acts count as open': ['fact with a closed act for its source'],
  'every place of a document that is open in part is open': ['fact of a section above a withheld portion'],
  'whole records are written': [
    'fact with a closed source',
    'field of a LIMITE document',
    'note on a LIMITE document, with an open source',
    'place in a closed source',
    'file that a text was imported from',
  ],
  'one open source is enough for an inference': ['inference from an open and a closed source'],
  'faulty objects are kept': ['id of a meeting whose date is withheld'],
  // It tells how many notes a portion has, but no word of them: non-interference catches it.
  'numbers of notes are kept': [],
} as const satisfies Readonly<Record<string, readonly Plant[]>>;
type Mutation = keyof typeof MUTATIONS;

const state = vi.hoisted(() => ({ broken: '' as string, selected: false, isOpen: (() => false) as IsOpen }));
const is = (name: Mutation) => state.broken === name;
const statusOf = (entry: Entry) => (entry as Entry<'documents'>).record.access?.status;
afterEach(() => Object.assign(state, { broken: '', selected: false }));

vi.mock('../edition/sources.ts', async (load) => {
  const real = await load<typeof import('../edition/sources.ts')>();
  const isOpenDocument: typeof real.isOpenDocument = (entry) =>
    (statusOf(entry) === 'limite' &&
      (is('LIMITE counts as open') || (is('bodies of LIMITE documents are kept') && state.selected))) ||
    real.isOpenDocument(entry);
  const openSources: typeof real.openSources = (content, bodyOf) => {
    const isOpen = real.openSources(content, bodyOf);
    state.isOpen = isOpen;
    return (source) => {
      const about = (id: string) => source.split('#')[0] === id;
      return (
        isOpen(source) ||
        is('every source is open') ||
        (is('LIMITE counts as open') && (about(LIMITE) || about('closed-act'))) ||
        (is('closed acts count as open') && about('closed-act')) ||
        (is('every place of a document that is open in part is open') && about('ST-1002-2020-INIT'))
      );
    };
  };
  return { ...real, isOpenDocument, openSources };
});

/** A record whose inferences stand among its notes, where any of their sources shows them. */
const asNotes = (record: unknown): unknown =>
  JSON.parse(JSON.stringify(record), (_, value) => {
    if (typeof value !== 'object' || value === null || !('inferred' in value)) return value;
    const { inferred, note, ...rest } = value;
    return { ...rest, note: `${note}. ${inferred}` };
  });

vi.mock('../edition/prune.ts', async (load) => {
  const real = await load<typeof import('../edition/prune.ts')>();
  const prune: typeof real.prune = (schema, record, view) => {
    const { access } = record as { access?: { status?: string } };
    if (is('a LIMITE document is seen like an open one') && access?.status === 'limite')
      return real.prune(schema, record, { ...view, isOpen: state.isOpen, shows: new Set(['header', 'document']) });
    if (is('classes of fields are ignored'))
      return real.prune(schema, record, { ...view, shows: new Set(['header', 'document', 'delegates']) });
    if (is('closed sources are kept')) return real.prune(schema, record, { ...view, isOpen: () => true });
    if (is('one open source is enough for an inference')) return real.prune(schema, asNotes(record), view);
    const kept = real.prune(schema, record, view);
    const node = unwrap(schema);
    const shape = node && shapeOf(node);
    if (!is('faulty objects are kept') || kept !== undefined || !shape?.agenda) return kept;
    const fields = Object.entries(record as object).map(([key, value]) => [
      key,
      shape[key] && real.prune(shape[key], value, view),
    ]);
    return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
  };
  return { ...real, prune };
});

vi.mock('../edition/select.ts', async (load) => {
  const real = await load<typeof import('../edition/select.ts')>();
  const { prune } = await vi.importActual<typeof import('../edition/prune.ts')>('../edition/prune.ts');
  const { collections } =
    await vi.importActual<typeof import('../archive/collections.ts')>('../archive/collections.ts');
  const selectPublic: typeof real.selectPublic = (content, isOpen) => {
    const kept = real.selectPublic(content, isOpen);
    state.selected = true;
    const others = content.entries.filter((entry) => !kept.some((one) => one.entry === entry));
    if (is('whole records are written')) return kept.map(({ entry }) => ({ entry, record: entry.record }));
    if (is('guide pages of the other edition are kept')) {
      const pages = others.filter(({ collection }) => collection === 'guide');
      return [...kept, ...pages.map((entry) => ({ entry, record: entry.record }))];
    }
    if (!is('entries of which nothing is open are kept')) return kept;
    const view = { isOpen, shows: new Set(['header'] as const), exists: () => true };
    const frames = others
      .filter(({ collection }) => collection === 'topics')
      .map((entry) => ({ entry, record: prune(collections[entry.collection].schema, entry.record, view) }));
    return [...kept, ...frames];
  };
  return { ...real, selectPublic };
});

vi.mock('../edition/body.ts', async (load) => {
  const real = await load<typeof import('../edition/body.ts')>();
  const publicBody: typeof real.publicBody = (body) => {
    if (is('withheld portions are not emptied')) return real.publicBody(body.replace(/^:::.*\n/gm, ''));
    const shown = real.publicBody(body);
    if (is('comments are kept')) return shown + (body.match(/<!--.*-->/g) ?? []).join('\n');
    if (is('unused notes are kept')) return shown + (body.match(/^\[\^[23]\]:.*/gm) ?? []).join('\n');
    return is('numbers of notes are kept') ? shown.replaceAll('[^1]', '[^3]') : shown;
  };
  return { ...real, publicBody };
});

vi.mock('../edition/static.ts', async (load) => {
  const real = await load<typeof import('../edition/static.ts')>();
  const staticFiles: typeof real.staticFiles = (folder, edition) =>
    real.staticFiles(folder, is('static files of the other edition are copied') ? 'delegates' : edition);
  return { ...real, staticFiles };
});

/** What the partition writes, broken or not: all its texts in one, and what the audit finds withheld in them. */
function partitioned(broken: Mutation | ''): Promise<{ texts: string; findings: readonly string[] }> {
  return inFolder(ARCHIVE, async (folder) => {
    const [content, dist] = [join(folder, 'content'), join(folder, 'work')];
    state.broken = broken;
    await partitionInto(content, dist);
    state.broken = '';
    const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
    const texts = files.map(({ parentPath, name }) => `${name}\n${readFileSync(join(parentPath, name), 'utf8')}`);
    const { findings } = await audit({ dist, edition: 'public', content, siteText: '' });
    const withheld = findings.filter(({ rule }) => rule === 'WITHHELD').map(({ message }) => message);
    return { texts: texts.join('\n'), findings: withheld };
  });
}

const names = Object.keys(PLANTS) as Plant[];

it('lets nothing out where no rule is broken, and the audit finds nothing', async () => {
  const { texts, findings } = await partitioned('');
  expect(texts).toContain('Open operation');
  expect(names.filter((name) => PLANTS[name].some((text) => texts.includes(text)))).toEqual([]);
  expect(findings).toEqual([]);
});

describe('the audit finds what gets out where', () => {
  it.each(Object.keys(MUTATIONS) as Mutation[])('%s', async (mutation) => {
    const { texts, findings } = await partitioned(mutation);
    const expected: readonly Plant[] = MUTATIONS[mutation];
    const out = names.filter((name) => PLANTS[name].every((text) => texts.includes(text)));
    expect(out).toEqual(expect.arrayContaining([...expected]));
    if (expected.length === 0) expect(out).toEqual([]);
    // Whatever gets out, planted for this rule or for another.
    for (const name of out)
      for (const text of PLANTS[name]) {
        const begins = text.split(/\s/).slice(0, 5).join(' ').replace('#', '');
        expect(
          findings.filter((message) => message.includes(begins)),
          `${name}: ${text}`,
        ).not.toEqual([]);
      }
  });
});

it('has a mutation for each plant', () => {
  expect(
    names.filter(
      (name) =>
        !Object.values(MUTATIONS)
          .flat()
          .includes(name as never),
    ),
  ).toEqual([]);
});
