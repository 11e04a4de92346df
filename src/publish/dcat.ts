import { DataFactory, Writer } from 'n3';
import type { ExportContext } from './context.ts';
import { DATA_FILES } from './data-files.ts';
import { DATA_VERSION } from './entry.ts';
import { finished } from './turtle.ts';

const { namedNode, literal, quad } = DataFactory;
const DCAT = 'http://www.w3.org/ns/dcat#';
const DCTERMS = 'http://purl.org/dc/terms/';
const XSD = 'http://www.w3.org/2001/XMLSchema#';
const RDF_TYPE = namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type');
const MEDIA_TYPES = 'https://www.iana.org/assignments/media-types/';
const DESCRIPTION =
  'Documents, plans, actions and meetings of EU customs law-enforcement cooperation, each fact with its source';

/**
 * The description of an edition's data in DCAT 3 (https://www.w3.org/TR/vocab-dcat-3/).
 * @param sizeOf bytes of a file; one that has none is not described
 */
export function dcat({ site, edition }: ExportContext, sizeOf: (path: string) => number | undefined): string {
  const at = (address: string) => namedNode((site ?? '') + address);
  const own = (name: string) => namedNode(DCAT + name);
  const dcterms = (name: string) => namedNode(DCTERMS + name);
  const dataset = at('/data/');
  const writer = new Writer({ prefixes: { dcat: DCAT, dcterms: DCTERMS, xsd: XSD } });
  writer.addQuad(quad(dataset, RDF_TYPE, own('Dataset')));
  writer.addQuad(quad(dataset, dcterms('title'), literal(`Enfocustom, ${edition} edition`, 'en')));
  writer.addQuad(quad(dataset, dcterms('description'), literal(DESCRIPTION, 'en')));
  writer.addQuad(quad(dataset, own('version'), literal(`${DATA_VERSION}.0.0`)));
  writer.addQuad(quad(dataset, own('landingPage'), dataset));
  for (const { path, type, content, describedBy } of DATA_FILES) {
    const bytes = sizeOf(path.slice(1));
    if (bytes === undefined) continue;
    const file = at(path);
    writer.addQuad(quad(dataset, own('distribution'), file));
    writer.addQuad(quad(file, RDF_TYPE, own('Distribution')));
    writer.addQuad(quad(file, dcterms('title'), literal(content, 'en')));
    writer.addQuad(quad(file, own('downloadURL'), file));
    writer.addQuad(quad(file, own('mediaType'), namedNode(MEDIA_TYPES + type)));
    writer.addQuad(quad(file, own('byteSize'), literal(String(bytes), namedNode(`${XSD}nonNegativeInteger`))));
    if (describedBy) writer.addQuad(quad(file, dcterms('conformsTo'), at(describedBy)));
  }
  return finished(writer);
}
