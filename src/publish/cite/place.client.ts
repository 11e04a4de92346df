import { formatLocator } from '../../archive/locator.ts';

/** On a document's page: the citation of the paragraph that the address names, in place of the document's. */
const PLACES = '.precis [id^="s-"], .official-text [id^="t-"], .cited-page';

const citation = document.getElementById('citation');
const address = document.querySelector<HTMLAnchorElement>('.cite-this [rel="bookmark"]');
const whole = citation?.textContent ?? '';
const page = address?.textContent ?? '';

/** Makes the citation that of the place in the address, and returns it; null on a page without one. */
export function citePlace(): string | null {
  if (!citation || !address) return null;
  const id = decodeURIComponent(location.hash.slice(1));
  const within = id !== '' && document.getElementById(id)?.matches(PLACES) === true;
  citation.textContent = within ? `${whole.replace(/\.$/, '')}, ${placeWords(id)}.` : whole;
  address.hash = within ? id : '';
  address.textContent = within ? `${page}#${id}` : page;
  return citation.textContent;
}

/** The place in words, by the headings of the text that it is in. */
function placeWords(id: string): string {
  const [prefix, locator] = [id.slice(0, 2), id.slice(2)];
  return formatLocator(locator, (section) => {
    const heading = document.getElementById(prefix + section);
    return heading?.matches('h1, h2, h3, h4, h5, h6') ? heading.textContent?.replace(/\s*¶\s*$/, '').trim() : null;
  });
}

addEventListener('hashchange', citePlace);
citePlace();
