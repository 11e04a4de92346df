import type { TimelineScope } from '../archive/timeline/timeline.ts';
import timelineCss from '../styles/timeline.css?raw';
import tokensCss from '../styles/tokens.css?raw';
import { timelineCsv } from '../timeline/csv.ts';
import { timelineIcs } from '../timeline/ics.ts';
import { layoutTimeline } from '../timeline/layout.ts';
import { marksOf } from '../timeline/marks.ts';
import { standaloneStyle } from '../timeline/standalone.ts';
import { drawPicture } from '../timeline/svg.ts';
import { halfYears, PICTURE_WIDTH, timelineName, timelines, WIDE_PICTURE_WIDTH } from './timelines.ts';

const TYPES = { csv: 'text/csv', ics: 'text/calendar', svg: 'image/svg+xml' } as const;

const style = standaloneStyle(tokensCss, timelineCss);

/** A timeline as a file. */
export function timelineFile(scope: TimelineScope | null, format: keyof typeof TYPES, site?: URL): Response {
  const body = contentOf(scope, format, site);
  return new Response(body, { headers: { 'content-type': `${TYPES[format]}; charset=utf-8` } });
}

function contentOf(scope: TimelineScope | null, format: keyof typeof TYPES, site?: URL): string {
  const events = timelines.of(scope);
  const name = timelineName(scope);
  if (format === 'csv') return timelineCsv(events);
  if (format === 'ics') return timelineIcs(name, events, site);
  const width = scope ? PICTURE_WIDTH : WIDE_PICTURE_WIDTH;
  const picture = layoutTimeline({ marks: marksOf(events), presidencies: halfYears(), width });
  return `${drawPicture(picture, name, style)}\n`;
}
