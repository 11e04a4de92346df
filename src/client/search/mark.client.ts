import { unitsIn } from '../../search/excerpt.ts';
import { el, plural } from './dom.client.ts';

const MOST_MARKS = 2_000;

/** Marks the words that the reader came for, named in the address, and offers to clear them. */
export function markWords(): void {
  const url = new URL(location.href);
  const words = (url.searchParams.get('mark') ?? '').slice(0, 1_000).split(' ').filter(Boolean);
  url.searchParams.delete('mark');
  // The address that is copied from here is the page's own.
  history.replaceState(history.state, '', url);
  const article = document.querySelector('[data-pagefind-body]');
  if (!article || words.length === 0) return;
  const wanted = new Map(words.map((word, number) => [word, number]));
  const marks: HTMLElement[] = [];
  for (const node of textNodes(article)) {
    if (marks.length >= MOST_MARKS) break;
    marks.push(...markIn(node, (word) => unitsIn(word, wanted).length > 0));
  }
  if (marks.length > 0) offerToClear(article, marks);
}

function textNodes(root: Element): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest('script, style, [hidden]') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}

function markIn(node: Text, isWanted: (word: string) => boolean): HTMLElement[] {
  const pieces = node.data.split(/([\p{L}\p{N}][\p{L}\p{M}\p{N}./'’-]*)/u);
  if (!pieces.some((piece, index) => index % 2 === 1 && isWanted(piece))) return [];
  const marks: HTMLElement[] = [];
  const nodes = pieces.map((piece, index) => {
    if (index % 2 === 0 || !isWanted(piece)) return piece;
    const mark = el('mark', { class: 'arrival' }, piece);
    marks.push(mark);
    return mark;
  });
  node.replaceWith(...nodes);
  return marks;
}

/** Marks that are seen together: as many pixels apart. */
const VIEW = 500;

/** The place of the mark from which most are in view. */
function densest(marks: readonly HTMLElement[]): number {
  const tops = marks.map((mark) => mark.getBoundingClientRect().top);
  let best = { place: 0, count: 0 };
  let end = 0;
  for (const [place, top] of tops.entries()) {
    while (end < tops.length && (tops[end] ?? 0) < top + VIEW) end++;
    if (end - place > best.count) best = { place, count: end - place };
  }
  return best.place;
}

/** Brings the reader to where most marks are, with a way to the others and one to be rid of them. */
function offerToClear(article: Element, marks: readonly HTMLElement[]): void {
  const button = (name: string) => el('button', { type: 'button', class: 'link' }, name);
  const [previous, next, clearing] = [button('Previous'), button('Next'), button('Clear the marks')];
  const bar = el(
    'p',
    { class: 'arrival-bar no-print', role: 'status' },
    `${plural(marks.length, 'word')} of your search marked. `,
    ...(marks.length > 1 ? [previous, ' ', next, ' '] : []),
    clearing,
  );
  const clear = () => {
    for (const mark of marks) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent?.normalize();
    }
    bar.remove();
    document.removeEventListener('keydown', onEscape);
  };
  const onEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') clear();
  };
  let place = 0;
  const goTo = (to: number) => {
    marks[place]?.classList.remove('current');
    place = (to + marks.length) % marks.length;
    marks[place]?.classList.add('current');
    marks[place]?.scrollIntoView({ block: 'center' });
  };
  previous.addEventListener('click', () => goTo(place - 1));
  next.addEventListener('click', () => goTo(place + 1));
  clearing.addEventListener('click', clear);
  document.addEventListener('keydown', onEscape);
  article.before(bar);
  // An address with a section leads there.
  if (location.hash === '') goTo(densest(marks));
}
