import type { Edition } from '../edition/editions.ts';

/** The marking that a pack carries in its name and its text; none where everything in it is open. */
export const MARKINGS: Readonly<Record<Edition, string | null>> = { public: null, delegates: 'LIMITE' };

/** For who has unpacked the archive and looks for the way in; line ends as every editor of Windows shows them. */
export function readMe(edition: Edition): string {
  const marking = MARKINGS[edition];
  const lines = [
    'Unpack the whole zip first, then open index.html with a double click: the archive runs in your browser.',
    'Nothing is installed and no network is needed; links to other sites, marked with an arrow, do need one.',
    'If something does not work, open the page Offline in the archive: it finds files that are missing or damaged.',
  ];
  if (marking) lines.unshift(`${marking}: this copy holds documents of limited distribution. Do not pass it on.`);
  return `${lines.join('\r\n')}\r\n`;
}
