import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Catalogue } from '../../archive/catalogue.ts';
import type { Entry, Records } from '../../archive/collections.ts';
import { findReferences } from '../../archive/reference/index.ts';
import type { CollectionName } from '../../archive/schema/parts.ts';
import { overlap } from '../timeline/labels.ts';
import { actionLife } from './action-life.ts';
import { drawGraph } from './drawing.ts';
import { GraphBuilder } from './graph.ts';
import { layered } from './layered.ts';
import { actionLineage, strategyLineage } from './lineage.ts';
import { neighbourhoodOf, placeNeighbourhood } from './neighbourhood.ts';
import { drawYears, numbersOf } from './numbers.ts';
import { treeLayout } from './tree.ts';

function entry<C extends CollectionName>(collection: C, id: string, record: Records[C], text = '') {
  const citations = findReferences(text).map(({ reference }) => ({ reference, locator: 'p1' }));
  return { entry: { collection, id, file: `${collection}/${id}`, record } as Entry, citations };
}
const paper = (number: number, text = '', more: Partial<Records['documents']> = {}) =>
  entry(
    'documents',
    `ST-${number}-2019-INIT`,
    { number: `${number}/19`, title: `Paper ${number}`, access: { status: 'public' }, ...more },
    text,
  );
const to = (id: string) => ({ to: id, source: 'register:ST-1-2020-INIT' });

const archive = new Catalogue([
  paper(14001, '14002/19, 15999/19'),
  paper(14002, '14003/19'),
  paper(14003, '14001/19', { date: '2021-01-01', kind: 'NOTE', access: { status: 'limite' } }),
  paper(14004),
  entry('action-plans', 'wp-1', {}),
  entry('actions', '1.1', { plan: 'wp-1' }),
  entry('actions', '2.1', {
    plan: 'wp-1',
    follows: [to('1.1')],
    mandate: to('ST-14004-2019-INIT'),
    documents: [to('ST-14001-2019-INIT')],
  }),
  entry('strategies', '2012', {}),
  entry('strategies', '2019', { supersedes: [to('2012')] }),
]);
const document = (number: number) => {
  const item = archive.get('documents', `ST-${number}-2019-INIT`);
  if (!item) throw new Error(String(number));
  return item;
};
const words = ({ nodes, edges }: ReturnType<GraphBuilder['done']>) => {
  const label = (id: string) => nodes.find((node) => node.id === id)?.label;
  return edges.map((edge) => `${label(edge.from)} ${edge.words} ${label(edge.to)}`).sort();
};

describe('citations around a document', () => {
  test('reach two steps each way, cited-only texts included', () => {
    const around = neighbourhoodOf(archive, document(14001));
    expect(around?.columns.map((column) => column.length)).toEqual([0, 1, 1, 2, 0]);
    expect(around && words(around.data)).toEqual([
      '14001/19 cites 14002/19',
      '14001/19 cites 15999/19',
      '14002/19 cites 14003/19',
      '14003/19 cites 14001/19',
    ]);
  });

  test('are not drawn where there are none', () => expect(neighbourhoodOf(archive, document(14004))).toBeNull());

  test('stay small round a text that a hundred others cite', () => {
    const many = new Catalogue([
      paper(14001),
      ...Array.from({ length: 100 }, (_, index) => paper(15000 + index, '14001/19')),
    ]);
    const item = many.get('documents', 'ST-14001-2019-INIT');
    const around = item && neighbourhoodOf(many, item);
    expect(around?.data.nodes).toHaveLength(9);
    expect(around && drawGraph(placeNeighbourhood(around), 'N').length).toBeLessThan(8000);
  });
});

test('an action’s life runs from what it follows and its mandate to its papers', () => {
  const action = archive.get('actions', '2.1');
  expect(action && words(actionLife(archive, action))).toEqual([
    '14004/19 is the mandate of Action 2.1',
    'Action 1.1 was followed by Action 2.1',
    'Action 2.1 is reported or discussed in 14001/19',
  ]);
});

test('lineages read from the earlier to the later', () => {
  expect(words(actionLineage(archive))).toEqual(['Action 1.1 was followed by Action 2.1']);
  expect(words(strategyLineage(archive))).toEqual(['Strategy 2012 was superseded by Strategy 2019']);
});

test('a lineage longer than its picture says how much is left out', () => {
  const steps = Array.from({ length: 200 }, (_, index) =>
    entry('actions', `${index + 1}.1`, { plan: 'wp-1', follows: index > 0 ? [to(`${index}.1`)] : [] }),
  );
  const { nodes, left } = actionLineage(new Catalogue(steps));
  expect(nodes.length + left).toBe(200);
  expect(left).toBeGreaterThan(0);
  expect(actionLineage(archive).left).toBe(0);
});

test('numbers count each document once, by the year of its date or number', () => {
  const numbers = numbersOf(archive);
  expect(numbers.years.map(({ year, counts }) => [year, counts.public, counts.limite])).toEqual([
    [2019, 3, 0],
    [2020, 0, 0],
    [2021, 0, 1],
  ]);
  expect(numbers.kinds.map(({ kind }) => kind)).toEqual(['Kind not known', 'NOTE']);
  expect(drawYears(numbers.years, 900, 'N')).not.toContain('NaN');
  expect(drawYears([], 900, 'N')).not.toContain('NaN');
});

const trees = fc
  .array(fc.tuple(fc.nat(100), fc.string({ maxLength: 60 })), { minLength: 1, maxLength: 30 })
  .map((rows) => {
    const graph = new GraphBuilder();
    for (const [index, [parent, note]] of rows.entries()) {
      graph.node({ id: `n${index}`, label: `Node ${index}`, note });
      if (index > 0) graph.edge(`n${parent % index}`, `n${index}`, 'has');
    }
    return graph.done();
  });

test.each([
  ['layered', layered],
  ['tree', treeLayout],
] as const)('%s: boxes never overlap, equal input gives equal bytes', (_, layout) => {
  fc.assert(
    fc.property(trees, (data) => {
      const { nodes } = layout(data);
      const hits = nodes.filter((a, index) => nodes.slice(index + 1).some((b) => overlap(a, b)));
      expect(hits).toEqual([]);
      expect(drawGraph(layout(data), 'T')).toBe(drawGraph(layout(data), 'T'));
    }),
    { numRuns: 40 },
  );
});

test('names are escaped and links kept', () => {
  const graph = new GraphBuilder();
  graph.node({ id: 'a', label: '<script>', href: '/a/?b="c"' });
  const svg = drawGraph(layered(graph.done()), '<N>');
  expect(svg).toContain('&lt;script&gt;');
  expect(svg).toContain('href="/a/?b=&quot;c&quot;"');
});
