import { basename } from 'node:path';
import { strFromU8, strToU8, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { withoutOwnMarks } from '../page-mark.ts';
import { withNumbers } from './docx-numbers.ts';
import { hiddenStyles, type ShownText, shownText } from './docx-text.ts';
import { HtmlWriter } from './html.ts';
import { type Aside, complaint, plural, type ReadText, RUNNING, UnreadableError } from './reading.ts';
import { xmlAttribute, xmlTags, xmlWords } from './xml.ts';
import { readZip, type ZipEntry } from './zip.ts';

const MAIN_PARTS = /^word\/(?:document\d?|footnotes|endnotes)\.xml$/;
const KEPT =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/_rels\/document\d?\.xml\.rels|word\/(?:styles|numbering)\.xml)$/;
const RUNNING_PARTS = /^word\/(?:header|footer)\d*\.xml$/;
/** Parts that hold words outside the text, and what a message calls them. */
const ASIDE_PARTS: readonly (readonly [part: RegExp, where: string])[] = [
  [/^word\/comments\w*\.xml$/, 'a comment'],
  [/^docProps\/(?:core|app|custom)\.xml$/, 'the properties'],
  [/^word\/(?:diagrams|charts)\/\w+\.xml$/, 'a drawing'],
];
/** What a Word file can carry besides its text; counted, never opened. */
const BESIDES: readonly (readonly [part: RegExp, one: string, several: string])[] = [
  [/^word\/comments\.xml$/, 'set of comments', 'sets of comments'],
  [/^word\/embeddings\/|^word\/activeX\//, 'embedded file', 'embedded files'],
  [/^word\/media\//, 'picture', 'pictures'],
  [/vbaProject\.bin$/, 'set of macros', 'sets of macros'],
  [/^customXml\/item\d+\.xml$/, 'data part', 'data parts'],
];

/** The text of a Word file: only the parts that hold text are opened. Throws `UnreadableError`. */
export async function readDocx(bytes: Uint8Array): Promise<ReadText> {
  const entries = readZip(bytes);
  const parts = new Map<string, string>();
  const asides: Aside[] = [];
  for (const entry of entries) {
    if (MAIN_PARTS.test(entry.name) || KEPT.test(entry.name) || RUNNING_PARTS.test(entry.name))
      parts.set(entry.name, xmlOf(entry));
    const where = ASIDE_PARTS.find(([part]) => part.test(entry.name))?.[1];
    if (where) asides.push({ where, text: allWords(xmlOf(entry)) });
    if (/^word\/(?:embeddings|media)\//.test(entry.name))
      asides.push({ where: 'the name of an embedded file', text: basename(entry.name) });
  }
  if (![...parts.keys()].some((name) => /^word\/document\d?\.xml$/.test(name))) {
    throw new UnreadableError('the Word file has no text part: open it in Word and save it as .docx again');
  }
  const besides = BESIDES.flatMap(([part, one, several]) => {
    const count = entries.filter(({ name }) => part.test(name)).length;
    return count > 0 ? [plural(count, one, several)] : [];
  });
  const styles = hiddenStyles(parts.get('word/styles.xml') ?? '');
  const shown: ShownText[] = [];
  let links = 0;
  for (const [name, xml] of parts) {
    if (MAIN_PARTS.test(name)) {
      const text = shownText(withTextBoxes(withRaised(withoutOwnMarks(xml))), styles);
      shown.push(text);
      parts.set(name, withNumbers(text.xml, parts.get(NUMBERING) ?? '', parts.get('word/styles.xml') ?? ''));
      asides.push({ where: 'the description of a picture', text: describedIn(xml) });
    } else if (name.endsWith('.rels')) {
      const inside = withoutOutside(xml);
      links += inside.links;
      parts.set(name, inside.xml);
    }
  }
  for (const [name, xml] of parts) {
    if (RUNNING_PARTS.test(name))
      asides.push({ where: RUNNING, text: `${xmlWords(xml, 'w:t', 'w:p')}\n${describedIn(xml)}` });
  }
  const { text, hidden } = new HtmlWriter(true).write(await toHtml(parts));
  asides.push({ where: 'hidden text', text: [...shown.map((part) => part.hidden), ...hidden].join('\n') });
  const count = (key: 'hidden' | 'deleted') => shown.reduce((sum, { counts }) => sum + counts[key], 0);
  const left = [
    ...(count('hidden') > 0 ? [plural(count('hidden'), 'stretch of hidden text', 'stretches of hidden text')] : []),
    ...(count('deleted') > 0 ? [plural(count('deleted'), 'tracked deletion')] : []),
    ...besides,
    ...(links > 0 ? [plural(links, 'link to outside', 'links to outside')] : []),
  ];
  return {
    ok: true,
    text,
    asides,
    warnings: left.length > 0 ? [`left out of the Word file: ${left.join(', ')}`] : [],
  };
}

const NUMBERING = 'word/numbering.xml';

/** Word's XML in which characters that are set higher are superscripts. */
function withRaised(xml: string): string {
  return xml.replace(/<w:position w:val="[1-9]\d*"\/>/g, '<w:vertAlign w:val="superscript"/>');
}

/** Word's XML in which drawings that have several forms keep one: the text of their boxes where they have any. */
function withTextBoxes(xml: string): string {
  const parts: string[] = [];
  let at = 0;
  let drawing = -1;
  let depth = 0;
  let box = -1;
  let fallback = false;
  let boxes = '';
  for (const { name, kind, start, end } of xmlTags(xml)) {
    if (name === 'mc:AlternateContent' && kind === 'open' && depth++ === 0) {
      drawing = start;
      boxes = '';
      fallback = false;
    } else if (name === 'mc:Fallback' && depth === 1) fallback = kind === 'open';
    else if (name === 'w:txbxContent' && depth === 1 && !(fallback && boxes)) {
      if (kind === 'open') box = start;
      else if (kind === 'close' && box >= 0) boxes += xml.slice(box, end);
    } else if (name === 'mc:AlternateContent' && kind === 'close' && --depth === 0 && boxes) {
      parts.push(xml.slice(at, drawing), `<w:pict>${boxes}</w:pict>`);
      at = end;
    }
  }
  return parts.join('') + xml.slice(at);
}

/** What attributes say in words: letters drawn as a picture, and what a picture shows. */
function describedIn(xml: string): string {
  const found = xml.matchAll(/\s(?:string|descr|title|alt)="([^"]{1,400})"/g);
  return [...found].map((match) => match[1]).join('\n');
}

const allWords = (xml: string): string => xml.replace(/<[^<>]*>/g, '\n');

function xmlOf(entry: ZipEntry): string {
  if (entry.refused) throw new UnreadableError(`the Word file is refused: in ${entry.name}, ${entry.refused}`);
  const xml = strFromU8(entry.bytes());
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) {
    throw new UnreadableError(`the Word file is refused: ${entry.name} declares entities, which Word never does`);
  }
  return xml;
}

/** Relations of a part with every one that leads out of the file pointing nowhere. */
function withoutOutside(xml: string): { xml: string; links: number } {
  let links = 0;
  let result = '';
  let at = 0;
  for (const { name, source, start, end } of xmlTags(xml)) {
    if (name !== 'Relationship' || xmlAttribute(source, 'TargetMode') !== 'External') continue;
    links++;
    result += xml.slice(at, start) + source.replace(/(\sTarget\s*=\s*)(?:"[^"]*"|'[^']*')/, '$1"about:blank"');
    at = end;
  }
  return { xml: result + xml.slice(at), links };
}

async function toHtml(parts: ReadonlyMap<string, string>): Promise<string> {
  const kept = [...parts].filter(([name]) => !RUNNING_PARTS.test(name) && name !== NUMBERING);
  const buffer = Buffer.from(
    zipSync(Object.fromEntries(kept.map(([name, xml]) => [name, strToU8(xml)])), { level: 0 }),
  );
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer },
      { convertImage: mammoth.images.imgElement(async () => ({ src: '' })), externalFileAccess: false },
    );
    return value;
  } catch (error) {
    throw new UnreadableError(`the Word file is damaged (${complaint(error)}): save it again`);
  }
}
