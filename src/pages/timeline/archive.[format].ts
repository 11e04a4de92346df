import type { APIRoute } from 'astro';
import { TIMELINE_FORMATS, timelineFile } from '../../site/timeline-files.ts';

export const getStaticPaths = () => TIMELINE_FORMATS.map((format) => ({ params: { format }, props: { format } }));

export const GET: APIRoute<{ format: (typeof TIMELINE_FORMATS)[number] }> = ({ props, site }) =>
  timelineFile(props.format, site);
