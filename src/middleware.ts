import type { MiddlewareHandler } from 'astro';
import { whatIsAsked } from './site/asked.ts';
import { orderIn, questionsFor, readWanted, writeMade } from './site/made-pages.ts';

const order = orderIn(process.env);
const wanted = order && readWanted(order);

/** In a build: makes the pages that are wanted only, and keeps what each asks of the archive. */
export const onRequest: MiddlewareHandler = async ({ url, props, params }, next) => {
  if (!order || !wanted) return next();
  const page = decodeURIComponent(url.pathname).replace(/\/?$/, '/');
  if (!wanted.has(page)) return new Response(null);
  const { made, asked } = await whatIsAsked(async () => {
    const response = await next();
    // To its end: parts of a page may be made while it is read.
    return new Response(await response.arrayBuffer(), response);
  });
  const values = Object.values(params);
  const handed = values.length > 0 ? questionsFor(props, values) : null;
  if (handed) writeMade(order, { page, asked: [...new Set([...handed, ...asked])] });
  return made;
};
