import { expect, test } from 'vitest';
import { median } from '../figures.ts';
import { Random } from '../random.ts';
import { Citer } from './citations.ts';
import { familiesOf } from './families.ts';
import { type Plan, plansOf } from './plans.ts';
import { meetingsOf, type RegisterDocument, register } from './register.ts';

/** How many links the entries of an archive gather. */
interface Gathered {
  readonly documents: readonly RegisterDocument[];
  readonly plans: readonly Plan[];
  readonly meetings: number;
  /** Of each document, the most cited first. */
  readonly cited: readonly number[];
  /** Of the act, the text not held or the action that is cited most. */
  readonly mostNamed: number;
  /** Of the working party with the most. */
  readonly mostOfParty: number;
}

function gather(count: number): Gathered {
  const random = new Random(7);
  const families = familiesOf(random, count);
  const documents = register(random, families.flatMap((family) => meetingsOf(random, family)).flat());
  const plans = plansOf(random, documents);
  const citer = new Citer(random, plans);
  const cited = new Map<string, number>(documents.map(({ id }) => [id, 0]));
  const named = new Map<string, number>();
  const parties = new Map<string, number>();
  const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const document of documents) {
    add(parties, document.cycle.party.id);
    for (const { document: target, printed } of citer.citationsOf(document)) {
      if (target) add(cited, target.id);
      else add(named, printed);
    }
  }
  return {
    documents,
    plans,
    meetings: new Set(documents.map(({ cycle }) => cycle)).size,
    cited: [...cited.values()].sort((a, b) => b - a),
    mostNamed: Math.max(...named.values()),
    mostOfParty: Math.max(...parties.values()),
  };
}

const small = gather(1000);
const middle = gather(10_000);
const large = gather(40_000);

test.each([small, middle, large])('few are much cited, many not at all', ({ cited, documents }) => {
  const all = cited.reduce((a, b) => a + b, 0);
  const ofTop = cited.slice(0, cited.length / 10).reduce((a, b) => a + b, 0);
  expect(cited).toHaveLength(documents.length);
  expect(ofTop / all).toBeGreaterThan(0.4);
  expect(cited.filter((count) => count === 0).length / cited.length).toBeGreaterThan(0.2);
});

test('meetings and plans grow with the archive', () => {
  for (const [one, other] of [
    [small, middle],
    [middle, large],
  ] as const) {
    const growth = other.documents.length / one.documents.length;
    expect(other.meetings / one.meetings / growth).toBeCloseTo(1, 0);
    expect(other.plans.length / one.plans.length / growth).toBeCloseTo(1, 0);
  }
});

test('no entry gathers more in a larger archive once its working parties are busy', () => {
  expect(large.cited[0]).toBeLessThan(2 * (middle.cited[0] ?? 0));
  expect(large.mostNamed).toBeLessThan(2 * middle.mostNamed);
  expect(large.mostOfParty).toBeLessThan(2 * middle.mostOfParty);
  expect(Math.max(...large.plans.map(({ actions }) => actions.length))).toBeLessThanOrEqual(12);
  expect(Math.max(...large.plans.map(({ meetings }) => meetings.length))).toBeLessThanOrEqual(18);
});

test('each document has an id of its own', () => {
  expect(new Set(middle.documents.map(({ id }) => id)).size).toBe(10_000);
});

test('what is cited was issued before or for the same meeting, and most of it not long ago', () => {
  const citer = new Citer(new Random(1), middle.plans);
  const ages = middle.documents.flatMap((document) =>
    citer.citationsOf(document).flatMap(({ document: target }) => {
      if (target) expect(target.day <= document.day || target.cycle === document.cycle).toBe(true);
      return target ? [document.day - target.day] : [];
    }),
  );
  expect(median(ages)).toBeLessThan(4 * 365);
  expect(Math.max(...ages)).toBeGreaterThan(5 * 365);
});
