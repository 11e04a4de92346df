import { createHash } from 'node:crypto';
import { Feed } from 'feed';
import type { ExportContext } from './context.ts';
import { type Channel, channelsOf, dayOf, wordsOf } from './happenings.ts';
import { type PlannedFile, planned } from './plan.ts';
import { escapeXml } from './web.ts';

/**
 * Atom feeds (RFC 4287): all, one for each entry that is followed, one of changes of access. None without a site:
 * who reads a feed is not where the archive is.
 */
export function feedPlan({ archive, site, edition }: ExportContext): PlannedFile[] {
  if (site === null) return [];
  return channelsOf(archive).map((channel) =>
    planned(decodeURIComponent(channel.path.slice(1)), () => atom({ channel, site, edition })),
  );
}

interface AtomInput {
  readonly channel: Channel;
  readonly site: string;
  readonly edition: string;
}

function atom({ channel, site, edition }: AtomInput): string {
  const { path, title, address, happenings } = channel;
  // Names do not depend on where an edition is published: a reader that moves with it gets no old news twice.
  const name = (key: string) => `urn:sha256:${createHash('sha256').update(`${edition} ${key}`).digest('hex')}`;
  const at = (place: string) => site + place;
  const days = happenings.map(dayOf);
  const feed = new Feed({
    id: name(path),
    title: `Enfocustom: ${title}`,
    link: at(address),
    language: 'en',
    generator: 'Enfocustom',
    updated: new Date(Math.max(...days.map(Number))),
    author: { name: 'Enfocustom' },
    feedLinks: { atom: at(path) },
  });
  for (const [index, happening] of happenings.entries()) {
    feed.addItem({
      id: name(happening.key),
      // The library gives both to readers as HTML.
      title: escapeXml(happening.title),
      link: at(happening.address),
      date: days[index] as Date,
      description: escapeXml(wordsOf(happening)),
    });
  }
  return `${feed.atom1()}\n`;
}
