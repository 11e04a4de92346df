import { strFromU8, strToU8, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { withoutOwnMarks } from '../page-mark.ts';
import { hiddenStyles, type ShownText, shownText } from './docx-text.ts';
import { HtmlWriter } from './html.ts';
import { complaint, plural, type ReadText, UnreadableError } from './reading.ts';
import { xmlAttribute, xmlTags, xmlWords } from './xml.ts';
import { readZip, type ZipEntry } from './zip.ts';

const MAIN_PARTS = /^word\/(?:document\d?|footnotes|endnotes)\.xml$/;
const KEPT =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/_rels\/document\d?\.xml\.rels|word\/(?:styles|numbering)\.xml)$/;
const RUNNING = /^word\/(?:header|footer)\d*\.xml$/;
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
  for (const entry of entries) {
    if (MAIN_PARTS.test(entry.name) || KEPT.test(entry.name) || RUNNING.test(entry.name))
      parts.set(entry.name, xmlOf(entry));
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
      const text = shownText(withoutOwnMarks(xml), styles);
      shown.push(text);
      parts.set(name, text.xml);
    } else if (name.endsWith('.rels')) {
      const inside = withoutOutside(xml);
      links += inside.links;
      parts.set(name, inside.xml);
    }
  }
  const furniture = [...parts].filter(([name]) => RUNNING.test(name)).map(([, xml]) => xmlWords(xml, 'w:t', 'w:p'));
  const { text, hidden } = new HtmlWriter(true).write(await toHtml(parts));
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
    furniture: furniture.join('\n'),
    hidden: [...shown.map((part) => part.hidden), ...hidden].join('\n'),
    warnings: left.length > 0 ? [`left out of the Word file: ${left.join(', ')}`] : [],
  };
}

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
  const kept = [...parts].filter(([name]) => !RUNNING.test(name));
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
