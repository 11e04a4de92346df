import type { APIRoute } from 'astro';
import type { TimelineScope } from '../../../archive/timeline/timeline.ts';
import { archive } from '../../../site/archive.ts';
import { pagesOf, type TIMELINE_FORMATS } from '../../../site/routes.ts';
import { timelineFile } from '../../../site/timeline-files.ts';

interface Props {
  readonly scope: TimelineScope;
  readonly format: (typeof TIMELINE_FORMATS)[number];
}

export const getStaticPaths = () => pagesOf('[collection]/[id]/timeline.[format].ts', archive);

export const GET: APIRoute<Props & Record<string, unknown>> = ({ props, site }) =>
  timelineFile(props.scope, props.format, site);
