/** The page of the printed document that a locator names, `page-7`; null where it names another place. */
export function pageOf(locator: string): number | null {
  const page = /^page-(\d{1,4})$/.exec(locator);
  return page ? Number(page[1]) : null;
}

/** A locator in words: `2.1-4` → `2.1, point 4`; `4-p2` → `4, paragraph 2`; `timetable-22` → `timetable, point 22`. */
export function formatLocator(locator: string): string {
  const page = pageOf(locator);
  if (page !== null) return `page ${page}`;
  const [section, ...rest] = locator.split('-');
  const words: string[] = [];
  let head = section ?? '';
  for (const part of rest) {
    const block = /^p(\d+)$/.exec(part);
    if (block) words.push(`paragraph ${block[1]}`);
    else if (/^\d+$/.test(part)) words.push(`point ${part}`);
    else if (/^[a-z]$|^[ivx]+$/.test(part)) words.push(`(${part})`);
    else if (words.length === 0) head += `-${part}`;
    else words.push(part);
  }
  const lone = /^p(\d+)$/.exec(head);
  if (lone) head = `paragraph ${lone[1]}`;
  return [head.replace(/-/g, ' '), ...words].join(', ');
}
