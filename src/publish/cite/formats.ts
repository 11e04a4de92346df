import type { CslItem } from './csl.ts';

/** Media type of CSL-JSON, by which a script finds the citation in a page. */
export const CSL_TYPE = 'application/vnd.citationstyles.csl+json';

/**
 * The formats of a citation, by the ending of a file: the build writes those of the whole archive with these functions,
 * and a reader's browser those of one entry.
 */
export const FORMATS = {
  bib: { title: 'BibTeX', type: 'application/x-bibtex', write: toBibtex },
  ris: { title: 'RIS', type: 'application/x-research-info-systems', write: toRis },
  'csl.json': { title: 'CSL-JSON', type: CSL_TYPE, write: toCslJson },
} as const;

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  // BibTeX counts braces, with a backslash before them or not.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
};

/**
 * Citations as BibTeX in UTF-8. `date` is for biblatex and reference managers, `year` and `month` for BibTeX itself. The
 * key is the id: one made of author, year and word would be the same for many documents of the Council.
 */
export function toBibtex(items: readonly CslItem[]): string {
  return items.map(bibtexEntry).join('');
}

function bibtexEntry(item: CslItem): string {
  const report = item.type === 'report';
  const [first, last] = item.issued?.['date-parts'] ?? [];
  const [year, month] = first ?? [];
  const fields: Readonly<Record<string, string | undefined>> = {
    author: braced(item.author?.map(({ literal }) => `{${tex(literal)}}`).join(' and ')),
    // Styles of BibTeX put into small letters what stands in no braces.
    title: braced(tex(item.title).replace(/\S*\p{Lu}\S*/gu, '{$&}')),
    [report ? 'institution' : 'howpublished']: braced(tex(report ? item.publisher : item['container-title'])),
    type: braced(tex(item.genre)),
    number: braced(tex(item.number)),
    date: braced(first && `${[first, last].flatMap(isoDate).join('/')}${item.issued?.circa ? '~' : ''}`),
    year: braced(year?.toString()),
    month: month && !last ? MONTHS[month - 1] : undefined,
    language: braced(item.language),
    url: braced(item.URL),
  };
  const lines = Object.entries(fields).flatMap(([name, value]) => (value ? [`\t${name} = ${value},\n`] : []));
  return `@${report ? 'techreport' : 'misc'}{${item.id},\n${lines.join('')}}\n`;
}

const braced = (value: string | undefined) => value && `{${value}}`;

/** Words without signs that mean something in TeX. */
function tex(words: string): string;
function tex(words: string | undefined): string | undefined;
function tex(words: string | undefined): string | undefined {
  return words?.replace(/[\\^~&%$#_{}]/g, (sign) => TEX[sign] ?? `\\${sign}`);
}

const isoDate = (parts: readonly number[] | undefined) =>
  parts ? [parts.map((part) => String(part).padStart(2, '0')).join('-')] : [];

const RIS_TYPES: Readonly<Record<CslItem['type'], string>> = {
  report: 'RPRT',
  legislation: 'LEGAL',
  webpage: 'ELEC',
  document: 'GEN',
};

/** Citations as RIS in UTF-8, each value in one line. */
export function toRis(items: readonly CslItem[]): string {
  return items.map(risEntry).join('\n');
}

function risEntry(item: CslItem): string {
  const [first = []] = item.issued?.['date-parts'] ?? [];
  const [year, month, day] = first.map((part) => String(part).padStart(2, '0'));
  const tags: readonly (readonly [string, string | undefined])[] = [
    ['TY', RIS_TYPES[item.type]],
    ['ID', item.id],
    ...(item.author ?? []).map(({ literal }) => ['AU', literal] as const),
    ['TI', item.title],
    ['T2', item['container-title']],
    ['DA', year && `${year}/${month ?? ''}/${day ?? ''}/`],
    ['PY', year],
    // Readers take the number of a piece of no known kind from another tag.
    [item.type === 'document' ? 'M1' : 'SN', item.number],
    ['M3', item.genre],
    ['PB', item.publisher],
    ['LA', item.language],
    ['UR', item.URL],
  ];
  const lines = tags.flatMap(([tag, value]) => (value ? [`${tag}  - ${value.replace(/\s+/g, ' ')}\n`] : []));
  return `${lines.join('')}ER  - \n`;
}

export function toCslJson(items: readonly CslItem[]): string {
  return `${JSON.stringify(items, null, 1)}\n`;
}
