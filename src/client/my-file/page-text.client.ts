import type { Block } from './markdown.ts';

/** What a page has for its reader on the screen: its head, its tools, pictures, what to look up, how to cite it. */
const LEFT_OUT =
  '.entry-head, .cite-this, .page-key, .in-file, .reading-view, .permalink, .resting, .no-print, [popover], [data-timeline-list], ' +
  '.graph, .timeline, script, style, template, noscript, iframe, svg, form, button, input, select, nav';
/** Attributes that name an element of the page. */
const NAMES = ['id', 'for', 'aria-labelledby', 'aria-describedby', 'aria-controls'];
const HEADING = /^H[1-6]$/;

/**
 * The text of a page, or of a place in it, for the paper; null where the page has no such place.
 * @param prefix put before every id, as a paper holds many pages
 * @param page address of the page in full
 */
export function textOf(article: HTMLElement, place: string, prefix: string, page: string): HTMLElement | null {
  const text = document.createElement('div');
  text.className = 'paper-text';
  const found = place === '' ? [...article.childNodes] : placeIn(article, place, text);
  if (found.length === 0) return null;
  text.append(...found.map((node) => document.importNode(node, true)));
  for (const element of text.querySelectorAll(LEFT_OUT)) element.remove();
  removeEmptySections(text);
  for (const details of text.querySelectorAll('details')) details.open = true;
  lowerHeadings(text);
  settle(text, prefix, page);
  return text;
}

/** What stands at an id, set as it is there: of a heading all that is under it, of an entry of a list the entry. */
function placeIn(article: HTMLElement, id: string, text: HTMLElement): Node[] {
  const start = [...article.querySelectorAll('[id]')].find((element) => element.id === id);
  if (!start) return [];
  if (start.closest('.prose')) text.classList.add('prose');
  const language = start.closest('[lang]')?.getAttribute('lang');
  if (language) text.lang = language;
  if (HEADING.test(start.tagName)) return under(start);
  if (start instanceof HTMLLIElement && start.parentElement) {
    const list = start.parentElement.cloneNode() as HTMLElement;
    if (list instanceof HTMLOListElement) list.start += [...start.parentElement.children].indexOf(start);
    list.append(start.cloneNode(true));
    return [list];
  }
  // A part of a table or of a list of facts says nothing without it.
  return [start.closest('table, dl') ?? start];
}

/** A heading and what follows, to the next one of its level. */
function under(heading: Element): Element[] {
  // With a note in the margin it stands in a box.
  const boxed = (element: Element) =>
    element.matches('.with-note') ? (element.firstElementChild ?? element) : element;
  const first = heading.closest('.with-note') ?? heading;
  const elements = [first];
  for (let next = first.nextElementSibling; next; next = next.nextElementSibling) {
    const { tagName } = boxed(next);
    if (HEADING.test(tagName) && tagName <= heading.tagName) break;
    elements.push(next);
  }
  return elements;
}

/** A section whose picture was left out would be a heading over nothing. */
function removeEmptySections(text: HTMLElement): void {
  for (const section of text.querySelectorAll('section')) {
    const rest = [...section.children].filter(({ tagName }) => !HEADING.test(tagName));
    if (rest.every((one) => one.matches('.source') || one.textContent.trim() === '')) section.remove();
  }
}

/** Headings stand under that of their entry, which is of level 3. */
function lowerHeadings(text: HTMLElement): void {
  const headings = [...text.querySelectorAll('h1, h2, h3, h4, h5, h6')];
  const levels = headings.map(({ tagName }) => Number(tagName[1]));
  const by = 4 - Math.min(...levels);
  for (const [index, heading] of headings.entries()) {
    const lower = document.createElement(`h${Math.min((levels[index] ?? 4) + by, 6)}`);
    for (const { name, value } of heading.attributes) lower.setAttribute(name, value);
    lower.append(...heading.childNodes);
    heading.replaceWith(lower);
  }
}

/** Ids become the paper's own, and links lead where they led in the page. */
function settle(text: HTMLElement, prefix: string, page: string): void {
  const ids = new Set([...text.querySelectorAll('[id]')].map(({ id }) => id));
  for (const element of text.querySelectorAll('*')) {
    for (const name of NAMES) {
      const names = element.getAttribute(name)?.split(/\s+/);
      if (names) element.setAttribute(name, names.map((one) => prefix + one).join(' '));
    }
    const href = element.getAttribute('href');
    if (href === null) continue;
    const within = href.startsWith('#') && ids.has(decodeURIComponent(href.slice(1)));
    element.setAttribute('href', within ? `#${prefix}${href.slice(1)}` : new URL(href, page).href);
  }
}

const BLOCK =
  /^(?:P|UL|OL|LI|DL|DIV|SECTION|ARTICLE|HEADER|DETAILS|SUMMARY|TABLE|THEAD|TBODY|TR|BLOCKQUOTE|H[1-6]|ASIDE|FIGURE|FIELDSET|FOOTER)$/;
const isBlock = (node: Node): node is Element => node instanceof Element && BLOCK.test(node.tagName);

/** The words of a text, block by block, for Markdown. */
export function blocksOf(text: HTMLElement): Block[] {
  const blocks: Block[] = [];
  const push = (mark: string, words: string) => {
    if (words) blocks.push({ mark, words });
  };
  const read = (element: Element) => {
    if (HEADING.test(element.tagName)) push('#'.repeat(Number(element.tagName[1]) - 1), wordsOf([element]));
    else if (element.matches('dl > div')) {
      const [term, ...rest] = [...element.children].map((one) => wordsOf([one]));
      push('-', `${term}: ${rest.join('; ')}`);
    } else if (element.matches('tr')) push('-', [...element.children].map((one) => wordsOf([one])).join('; '));
    else {
      const own = [...element.childNodes].filter((node) => !isBlock(node));
      push(element instanceof HTMLLIElement ? markOf(element) : '', wordsOf(own));
      for (const child of element.children) if (isBlock(child)) read(child);
    }
  };
  read(text);
  return blocks;
}

/** As it is numbered on the page. */
function markOf(item: HTMLLIElement): string {
  const list = item.parentElement;
  return list instanceof HTMLOListElement ? `${list.start + [...list.children].indexOf(item)}.` : '-';
}

function wordsOf(nodes: readonly Node[]): string {
  const read = (node: Node): string => {
    const words = node.childNodes.length > 0 ? [...node.childNodes].map(read).join('') : (node.textContent ?? '');
    // As the style sheet sets lists in a line.
    return node instanceof Element && node.matches('.listed:not(:last-child)') ? `${words};` : words;
  };
  return nodes.map(read).join('').replace(/\s+/g, ' ').trim();
}
