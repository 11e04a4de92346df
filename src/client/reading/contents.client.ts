/** The table of contents says which section is being read. */
const links = new Map(
  [...document.querySelectorAll<HTMLAnchorElement>('.contents a')].map((link) => [
    decodeURIComponent(link.hash.slice(1)),
    link,
  ]),
);

/** From here on the style sheet shows the contents as a rail (`page.css`). */
const RAIL = '(min-width: 64rem)';

if (links.size > 0) {
  // What is seen is open for assistive technology too.
  if (matchMedia(RAIL).matches) document.querySelector('.contents details')?.setAttribute('open', '');
  const headings = [...links.keys()].flatMap((id) => document.getElementById(id) ?? []);
  let current: HTMLAnchorElement | undefined;
  const mark = () => {
    // The last heading in the upper part of the window, or above it.
    const read = headings.findLast((one) => one.getClientRects().length > 0 && one.getBoundingClientRect().top < 160);
    const link = read && links.get(read.id);
    if (link === current) return;
    current?.removeAttribute('aria-current');
    link?.setAttribute('aria-current', 'true');
    current = link;
  };
  let due = 0;
  const soon = () => {
    cancelAnimationFrame(due);
    due = requestAnimationFrame(mark);
  };
  addEventListener('scroll', soon, { passive: true });
  addEventListener('resize', soon);
  soon();
}
