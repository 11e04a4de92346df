import { el, plural } from './dom.client.ts';
import { unitsIn } from './excerpt.ts';

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

function offerToClear(article: Element, marks: readonly HTMLElement[]): void {
  const button = el('button', { type: 'button', class: 'link' }, 'Clear the marks');
  const bar = el(
    'p',
    { class: 'arrival-bar no-print', role: 'status' },
    `${plural(marks.length, 'word')} of your search marked. `,
    button,
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
  button.addEventListener('click', clear);
  document.addEventListener('keydown', onEscape);
  article.before(bar);
}
