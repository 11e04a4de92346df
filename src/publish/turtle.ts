import { DataFactory, type Quad_Object, Writer } from 'n3';
import type { Catalogue } from '../archive/catalogue.ts';
import { collections } from '../archive/collections.ts';
import { statedDate } from '../archive/item.ts';
import { cslOf } from './cite/csl.ts';
import { entryLinkedData } from './cite/linked-data.ts';
import { publishedEdges, publishedItems } from './entry.ts';

const { namedNode, literal, quad } = DataFactory;

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';
const DCTERMS = 'http://purl.org/dc/terms/';
const SCHEMA = 'https://schema.org/';
const EDTF = namedNode('http://id.loc.gov/datatypes/edtf/EDTF');

/** Links for which a vocabulary in general use has a word; the others are words of the archive's own. */
const WORDS: Readonly<Record<string, string>> = {
  cites: `${DCTERMS}references`,
  source: `${DCTERMS}source`,
  plan: `${DCTERMS}isPartOf`,
  parent: `${DCTERMS}isPartOf`,
  topics: `${DCTERMS}subject`,
  supersedes: `${DCTERMS}replaces`,
};

/** Where the archive's own words are described. */
export const vocabulary = (site: string | null) => `${site ?? ''}/data/vocabulary.ttl#`;

/** The graph of an edition in Turtle. Without a site its addresses are relative to where the file is found. */
export function graphTurtle(archive: Catalogue, site: string | null): string {
  const own = vocabulary(site);
  const at = (address: string) => namedNode((site ?? '') + address);
  const writer = new Writer({ prefixes: { rdf: RDF, dcterms: DCTERMS, schema: SCHEMA, enf: own } });
  const say = (address: string, predicate: string, object: Quad_Object) =>
    writer.addQuad(quad(at(address), namedNode(predicate), object));

  for (const item of publishedItems(archive)) {
    const { address, id, title, label } = item;
    const date = statedDate(item);
    const { '@type': types } = entryLinkedData(archive, item, cslOf(item, site), site);
    for (const type of [types].flat()) say(address, `${RDF}type`, namedNode(`${SCHEMA}${type}`));
    say(address, `${own}collection`, literal(item.collection));
    say(address, `${DCTERMS}identifier`, literal(id));
    say(address, `${DCTERMS}title`, literal(title, 'en'));
    if (label !== title) say(address, `${SCHEMA}alternateName`, literal(label));
    if (date) say(address, `${DCTERMS}date`, literal(date, EDTF));
  }
  for (const { address, label } of archive.citedOnly()) {
    say(address, `${own}collection`, literal('cited-only'));
    say(address, `${DCTERMS}title`, literal(label));
  }
  // An entry that cites another in several places says so once here; the tables know the places.
  const links = new Map(publishedEdges(archive).map((edge) => [`${edge.from.address} ${edge.kind} ${edge.to}`, edge]));
  for (const { from, to, kind } of links.values()) say(from.address, WORDS[kind] ?? own + kind, at(to));
  return finished(writer);
}

/** The archive's own words: what a link is called that no vocabulary in general use names. */
export function vocabularyTurtle(archive: Catalogue, site: string | null): string {
  const own = vocabulary(site);
  const kinds = [...new Set(publishedEdges(archive).map(({ kind }) => kind))].filter((kind) => !WORDS[kind]).sort();
  const writer = new Writer({ prefixes: { rdf: RDF, rdfs: RDFS, enf: own } });
  const describe = (name: string, comment: string) => {
    const term = namedNode(own + name);
    writer.addQuad(quad(term, namedNode(`${RDF}type`), namedNode(`${RDF}Property`)));
    writer.addQuad(quad(term, namedNode(`${RDFS}label`), literal(name, 'en')));
    writer.addQuad(quad(term, namedNode(`${RDFS}comment`), literal(comment, 'en')));
  };
  describe('collection', `What an entry is: ${Object.keys(collections).join(', ')}; cited-only`);
  for (const kind of kinds) describe(kind, `The link that the field "${kind}" of a record makes`);
  return finished(writer);
}

/** The writer calls back before it returns when it writes to a string. */
export function finished(writer: Writer): string {
  let text: string | undefined;
  writer.end((error, result: string) => {
    if (error) throw error;
    text = result;
  });
  if (text === undefined) throw new Error('the Turtle was not finished');
  return text;
}
