const KEY = 'enfocustom.searches';
const MOST = 8;

/** The searches made in this browser, newest first; they never leave it. Empty where the browser keeps nothing. */
export function recentSearches(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter((one) => typeof one === 'string').slice(0, MOST) : [];
  } catch {
    // Storage may be forbidden, or hold what somebody else wrote.
    return [];
  }
}

export function rememberSearch(text: string): void {
  const others = recentSearches().filter((one) => one.toLowerCase() !== text.toLowerCase());
  keep([text.slice(0, 200), ...others].slice(0, MOST));
}

export function forgetSearches(): void {
  keep([]);
}

function keep(list: readonly string[]): void {
  try {
    if (list.length > 0) localStorage.setItem(KEY, JSON.stringify(list));
    else localStorage.removeItem(KEY);
  } catch {
    // Without storage there are no recent searches; nothing else depends on them.
  }
}
