import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { collectionNames, collections } from './collections.ts';
import { type Disclosure, disclosureOf, fieldsOf } from './disclosure.ts';
import { fact, idIn, shown, text } from './schema/parts.ts';

/** All fields that the public may see although they name no source: adding one is a decision about disclosure. */
const WITHOUT_SOURCE: Readonly<Record<string, Disclosure>> = {
  'documents.number': 'header',
  'documents.title': 'header',
  'documents.titleBy': 'header',
  'documents.date': 'header',
  'documents.kind': 'header',
  'documents.from': 'header',
  'documents.to': 'header',
  'documents.marking': 'header',
  'documents.codes': 'header',
  'documents.access.status': 'header',
  'documents.access.decided': 'document',
  'documents.access.basis': 'document',
  'documents.access.quotedMarking': 'document',
  'documents.workingParty': 'document',
  'documents.meeting': 'document',
  'documents.filing': 'document',
  'documents.originalLanguage': 'document',
  'documents.previous': 'document',
  'documents.commissionDocument': 'document',
  'documents.pages': 'document',
  'documents.topics': 'document',
  'texts.source': 'delegates',
  'texts.sha256': 'delegates',
  'texts.importer': 'header',
  'texts.written': 'delegates',
  'texts.language': 'header',
  'action-plans.number': 'header',
  'actions.plan': 'header',
  'recommendations.number': 'header',
  'operations.kind': 'header',
  'organisations.kind': 'header',
  'topics.name': 'header',
  'topics.related': 'header',
  'glossary.of': 'header',
  'glossary.see': 'header',
  'subject-codes.of': 'header',
  ...Object.fromEntries(
    ['acts', 'operations', 'organisations', 'systems', 'topics', 'working-parties'].flatMap((name) =>
      ['also', 'translations.de', 'translations.fr'].map((field) => [`${name}.${field}`, 'header']),
    ),
  ),
  'sources.id': 'header',
  'sources.kind': 'header',
  'sources.publisher': 'header',
  'sources.title': 'header',
  'sources.date': 'header',
  'sources.address': 'header',
  'subject-codes.code': 'header',
  'subject-codes.meaning': 'header',
  'subject-codes.verified': 'header',
  'guide.title': 'header',
  'guide.order': 'header',
  'guide.minutes': 'header',
  'guide.outcome': 'header',
  'guide.edition': 'header',
};

const all = collectionNames.flatMap((name) =>
  [...fieldsOf(collections[name].schema)].map(([path, disclosure]) => [`${name}.${path}`, disclosure] as const),
);

describe('disclosure', () => {
  it('is decided for every field of every schema: give a new one a source or `shown`', () => {
    expect(all.filter(([, disclosure]) => disclosure === null).map(([path]) => path)).toEqual([]);
  });

  it('names the fields that are shown without a source', () => {
    expect(Object.fromEntries(all.filter(([, disclosure]) => disclosure !== 'follows-source'))).toEqual(WITHOUT_SOURCE);
  });

  it('finds a field that nobody has classified', () => {
    const schema = z.strictObject({ secret: text, to: idIn('actions').optional(), open: shown('header', text) });
    expect(Object.fromEntries(fieldsOf(schema))).toEqual({ secret: null, to: null, open: 'header' });
    const inside = z.strictObject({ list: z.array(z.strictObject({ words: text.optional() })), fine: fact(text) });
    expect(Object.fromEntries(fieldsOf(inside))).toMatchObject({ 'list[].words': null, 'fine.note': 'follows-source' });
    expect(disclosureOf(z.array(z.array(text)), false)).toBeNull();
  });
});
