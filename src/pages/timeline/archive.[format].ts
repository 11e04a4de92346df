import type { APIRoute } from 'astro';
import { archive } from '../../site/archive.ts';
import { pagesOf, type TIMELINE_FORMATS } from '../../site/routes.ts';
import { timelineFile } from '../../site/timeline-files.ts';

export const getStaticPaths = () => pagesOf('timeline/archive.[format].ts', archive);

export const GET: APIRoute<{ format: (typeof TIMELINE_FORMATS)[number] }> = ({ props, site }) =>
  timelineFile(props.format, site);
