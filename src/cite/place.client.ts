import { formatLocator } from '../archive/locator.ts';

/** On a document's page: a mark ¶ at the paragraph pointed at, and the citation of the paragraph that the address names. */
const PLACES = '.precis [id^="s-"], .official-text [id^="t-"]';

const mark = document.createElement('a');
mark.className = 'pilcrow';
mark.textContent = '¶';
mark.setAttribute('aria-label', 'Cite this paragraph');

document.querySelector('main')?.addEventListener('pointerover', ({ target }) => {
  const place = target instanceof Element ? target.closest(PLACES) : null;
  if (place && !place.contains(mark)) {
    mark.href = `#${place.id}`;
    place.append(mark);
  }
});

const citation = document.getElementById('citation');
const whole = citation?.textContent ?? '';

function citePlace(): void {
  const id = decodeURIComponent(location.hash.slice(1));
  const place = id ? document.getElementById(id) : null;
  if (!citation) return;
  const within = place?.matches(PLACES) ?? false;
  citation.textContent = within ? `${whole.replace(/\.$/, '')}, ${formatLocator(id.slice(2))}.` : whole;
  const address = document.querySelector<HTMLAnchorElement>('.cite-this [rel="bookmark"]');
  if (address) {
    const [path = ''] = (address.textContent ?? '').split('#');
    address.hash = within ? id : '';
    address.textContent = within ? `${path}#${id}` : path;
  }
}

addEventListener('hashchange', citePlace);
citePlace();
