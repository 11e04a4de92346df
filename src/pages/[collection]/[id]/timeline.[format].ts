import type { APIRoute } from 'astro';
import type { TimelineScope } from '../../../archive/timeline/timeline.ts';
import { paramsOf } from '../../../site/routes.ts';
import { TIMELINE_FORMATS, timelineFile } from '../../../site/timeline-files.ts';
import { timelineScopes } from '../../../site/timelines.ts';

interface Props {
  readonly scope: TimelineScope;
  readonly format: (typeof TIMELINE_FORMATS)[number];
}

export function getStaticPaths() {
  return timelineScopes().flatMap((scope) => {
    const params = paramsOf(scope.address);
    return TIMELINE_FORMATS.map((format) => ({ params: { ...params, format }, props: { scope, format } }));
  });
}

export const GET: APIRoute<Props & Record<string, unknown>> = ({ props, site }) =>
  timelineFile(props.scope, props.format, site);
