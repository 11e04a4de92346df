import { type Zippable, zipSync } from 'fflate';
import { escapeXml } from '../web.ts';

/** A chapter, its body in XHTML. */
export interface Chapter {
  readonly title: string;
  readonly body: string;
}

export interface EpubInput {
  /** Stays the same in all versions of a book. */
  readonly identifier: string;
  readonly title: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly chapters: readonly Chapter[];
}

/** Name of the file of a chapter, counted from 0. */
export const chapterFile = (index: number) => `chapter-${index + 1}.xhtml`;

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
const STYLE = `body { font-family: serif; line-height: 1.4; }
h1, h2, h3, h4 { line-height: 1.2; }
table { border-collapse: collapse; }
th, td { border: 1px solid; padding: 0.2em 0.4em; text-align: left; vertical-align: top; }
.source, .kind { font-size: 0.85em; }
.withheld-portion { border: 1px solid; padding: 0.5em; }
.withheld-notice { font-style: italic; }
dt { font-weight: bold; }
.visually-hidden { display: none; }
.listed + .listed::before { content: ", "; }
`;

/** A book as EPUB 3 (https://www.w3.org/TR/epub-33/), the same bytes each time. */
export function writeEpub(book: EpubInput): Uint8Array {
  const text = (content: string) => new TextEncoder().encode(content);
  const files: Zippable = {
    // Readers know the format by this being first and not compressed.
    mimetype: [text('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': text(container),
    'book/package.opf': text(packageDocument(book)),
    'book/nav.xhtml': text(navigation(book)),
    'book/style.css': text(STYLE),
  };
  for (const [index, { title, body }] of book.chapters.entries()) {
    files[`book/${chapterFile(index)}`] = text(page(title, `<body>\n${body}\n</body>`));
  }
  // The zip format has local times: made from its parts, this one is the same in every zone.
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1) });
}

const container = `${XML}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

function packageDocument({ identifier, title, day, chapters }: EpubInput): string {
  const items = chapters.map(
    (_, index) => `<item id="c${index + 1}" href="${chapterFile(index)}" media-type="application/xhtml+xml"/>`,
  );
  const order = chapters.map((_, index) => `<itemref idref="c${index + 1}"/>`);
  return `${XML}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${escapeXml(identifier)}</dc:identifier>
<dc:title>${escapeXml(title)}</dc:title>
<dc:language>en</dc:language>
<dc:publisher>Enfocustom</dc:publisher>
<meta property="dcterms:modified">${day}T00:00:00Z</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="style.css" media-type="text/css"/>
${items.join('\n')}
</manifest>
<spine>
${order.join('\n')}
</spine>
</package>
`;
}

function navigation({ title, chapters }: EpubInput): string {
  const lines = chapters.map(
    (chapter, index) => `<li><a href="${chapterFile(index)}">${escapeXml(chapter.title)}</a></li>`,
  );
  return page(
    title,
    `<body>\n<nav epub:type="toc">\n<h1>${escapeXml(title)}</h1>\n<ol>\n${lines.join('\n')}\n</ol>\n</nav>\n</body>`,
  );
}

function page(title: string, body: string): string {
  return `${XML}<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head>
<title>${escapeXml(title)}</title>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
${body}
</html>
`;
}
