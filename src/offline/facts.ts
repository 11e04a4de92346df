import { RewritingStream } from 'parse5-html-rewriting-stream';

/**
 * Fills in what is known only when a page is made: the text of elements with `data-fact`, the address of those with
 * `data-fact-href`; shows elements whose `data-when` names one of the facts, hides those whose `data-unless` does. Can be
 * repeated; facts that are not given stay as they are.
 */
export async function fillFacts(html: string, facts: Readonly<Record<string, string>>): Promise<string> {
  const stream = new RewritingStream();
  const pieces: string[] = [];
  /** The element that is being filled: its own text is left out. */
  let filling: string | null = null;
  stream.setEncoding('utf8').on('data', (piece: string) => pieces.push(piece));
  stream.on('startTag', (tag, raw) => {
    const attribute = (name: string) => tag.attrs.find((one) => one.name === name)?.value;
    const set = (name: string, value: string | null) => {
      tag.attrs = tag.attrs.filter((one) => one.name !== name);
      if (value !== null) tag.attrs.push({ name, value });
    };
    const named = ['data-fact', 'data-fact-href', 'data-when', 'data-unless'].map(attribute);
    const [text, href, when, unless] = named;
    if (named.every((name) => name === undefined)) return stream.emitRaw(raw);
    const known = (name: string | undefined) => (name === undefined ? undefined : facts[name]);
    if (known(href) !== undefined) set('href', known(href) ?? null);
    if (known(when) !== undefined) set('hidden', null);
    if (known(unless) !== undefined) set('hidden', '');
    stream.emitStartTag(tag);
    const value = known(text);
    if (value === undefined) return;
    stream.emitText({ text: value } as Parameters<typeof stream.emitText>[0]);
    filling = tag.tagName;
  });
  stream.on('endTag', (tag, raw) => {
    if (filling === tag.tagName) filling = null;
    stream.emitRaw(raw);
  });
  stream.on('text', (_, raw) => {
    if (filling === null) stream.emitRaw(raw);
  });
  for (const other of ['comment', 'doctype'] as const)
    stream.on(other, (_: unknown, raw: string) => stream.emitRaw(raw));
  await new Promise<void>((resolve, reject) => {
    stream.on('error', reject).on('end', resolve);
    stream.end(html);
  });
  return pieces.join('');
}
