import { council } from '../../archive/reference/council.ts';
import { redirectOfRetired } from './retired.ts';
import { readSpelling } from './spellings.ts';

/** A guess at the page that somebody looked for at an address without one. */
export interface Wanted {
  /** Pages that it may be, the likeliest first: `/documents/st-13944-2022-init/`; some of them may not exist. */
  readonly addresses: readonly string[];
  /** The number in the address as it is printed, `13944/22`; null where there is none. */
  readonly number: string | null;
  /** Words to search for. */
  readonly words: string;
}

/** @param path of the address, below the root of the site: `/documents/13944-22/` */
export function wantedAt(path: string): Wanted {
  const parts = path.split('/').filter(Boolean).map(decoded);
  if (/^(?:index|404)\.html$/.test(parts.at(-1) ?? '')) parts.pop();
  const named = numberIn(parts);
  const above = parts.length > 2 ? `/${path.split('/').filter(Boolean).slice(0, 2).join('/')}/` : null;
  const addresses = [redirectOfRetired(path), named?.address, above].filter((one) => typeof one === 'string');
  const last = (parts.at(-1) ?? '').replace(/\.[a-z]+$/i, '').replace(/[-_+\s]+/g, ' ');
  return { addresses, number: named?.number ?? null, words: named?.number ?? last.trim() };
}

interface Named {
  readonly number: string;
  readonly address: string;
}

/** The last document or action that an address names; a slash may be the number's own. */
function numberIn(parts: readonly string[]): Named | null {
  for (let end = parts.length; end > 0; end--) {
    for (let begin = Math.max(0, end - 3); begin < end; begin++) {
      const text = parts.slice(begin, end).join('/');
      const found = parts[begin - 1] === 'actions' ? actionOf(text) : documentOf(text);
      if (found) return found;
    }
  }
  return null;
}

function actionOf(text: string): Named | null {
  const [, plan, number] = /^(?:actions?[ -]?)?(\d+)[.\-/](\d+)$/i.exec(text) ?? [];
  return plan && number ? { number: `Action ${plan}.${number}`, address: `/actions/${plan}.${number}/` } : null;
}

function documentOf(text: string): Named | null {
  const name = text.replace(/^[\s("'[]+|[\s)"'\],;.]+$/g, '').replace(/\.[a-z]{3,4}$/i, '');
  const reference = readSpelling(name);
  return reference && { number: council.printed(reference), address: `/documents/${council.slug(reference)}/` };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A lone % is no encoding.
    return part;
  }
}
