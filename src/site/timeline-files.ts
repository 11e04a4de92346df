import { layoutTimeline } from '../drawing/timeline/layout.ts';
import { marksOf } from '../drawing/timeline/marks.ts';
import { timelineCsv, timelineIcs } from '../drawing/timeline/row.ts';
import { rowsOf } from '../drawing/timeline/rows.ts';
import { standaloneStyle } from '../drawing/timeline/standalone.ts';
import { drawPicture } from '../drawing/timeline/svg.ts';
import timelineCss from '../styles/timeline.css?raw';
import tokensCss from '../styles/tokens.css?raw';
import { halfYears, timelineName, timelines, WIDE_PICTURE_WIDTH } from './timelines.ts';

const TYPES = { csv: 'text/csv', ics: 'text/calendar', svg: 'image/svg+xml' } as const;

/** The timeline of the archive as a file. */
export function timelineFile(format: keyof typeof TYPES, site?: URL): Response {
  const body = contentOf(format, site?.origin ?? null);
  return new Response(body, { headers: { 'content-type': `${TYPES[format]}; charset=utf-8` } });
}

function contentOf(format: keyof typeof TYPES, site: string | null): string {
  const events = timelines.of(null);
  const name = timelineName(null);
  if (format === 'csv') return timelineCsv(rowsOf(events));
  if (format === 'ics') return timelineIcs(name, rowsOf(events), site);
  const picture = layoutTimeline({ marks: marksOf(events), presidencies: halfYears(), width: WIDE_PICTURE_WIDTH });
  return `${drawPicture(picture, name, standaloneStyle(tokensCss, timelineCss))}\n`;
}
