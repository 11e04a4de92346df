import { MAX_BYTES } from '../import/decode.ts';

/** What became of a request: the file, or why there is none. */
export type Download =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  /** Asking again would bring the same answer. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Asking later may help. `stop`: nothing more should be asked now. */
  | { readonly kind: 'failed'; readonly reason: string; readonly stop: boolean };

export interface DownloadOptions {
  readonly userAgent: string;
  readonly signal: AbortSignal;
  /** Waits that many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly report: (line: string) => void;
}

/** Seconds before the second, third and fourth attempt. */
const BACK_OFF = [5, 30, 120];
const LONGEST_WAIT = 600;
const MOST_REDIRECTS = 5;
/** For one attempt. */
const PATIENCE = 120_000;

/** Gets one PDF: tries again with growing pauses where the server is busy or the connection breaks. */
export async function download(address: string, options: DownloadOptions): Promise<Download> {
  for (let attempt = 0; ; attempt++) {
    const answer = await attemptOnce(address, options);
    if (answer.kind !== 'again') return answer;
    const pause = BACK_OFF[attempt];
    if (pause === undefined) return { kind: 'failed', reason: answer.reason, stop: answer.stop };
    const seconds = Math.max(pause, answer.after ?? 0);
    if (seconds > LONGEST_WAIT) {
      return {
        kind: 'failed',
        reason: `${answer.reason}, and wants to be asked again in ${Math.ceil(seconds / 60)} minutes`,
        stop: true,
      };
    }
    options.report(`  ${answer.reason}: again in ${seconds} seconds`);
    await options.wait(seconds * 1000);
  }
}

type Attempt =
  | Download
  | { readonly kind: 'again'; readonly reason: string; readonly stop: boolean; readonly after?: number | undefined };

async function attemptOnce(address: string, { userAgent, signal }: DownloadOptions): Promise<Attempt> {
  const home = new URL(address);
  let url = home;
  try {
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const response = await fetch(url, {
        redirect: 'manual',
        headers: { 'user-agent': userAgent, accept: 'application/pdf' },
        signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
      });
      const to = response.headers.get('location');
      if (response.status < 300 || response.status >= 400 || to === null) return await read(response);
      await response.body?.cancel();
      url = new URL(to, url);
      if (!isTrusted(url, home))
        return { kind: 'refused', reason: `the register sends on to ${url.host}, which is not asked` };
    }
    return { kind: 'refused', reason: 'the register sends on in a circle' };
  } catch (error) {
    signal.throwIfAborted();
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return {
      kind: 'again',
      reason: `the connection broke (${cause instanceof Error ? cause.message : cause})`,
      stop: false,
    };
  }
}

/** The register itself, or another host of the institutions. */
function isTrusted(url: URL, home: URL): boolean {
  return url.origin === home.origin || (url.protocol === 'https:' && /(?:^|\.)europa\.eu$/.test(url.hostname));
}

async function read(response: Response): Promise<Attempt> {
  const { status } = response;
  if (status !== 200) await response.body?.cancel();
  if (status === 404 || status === 410)
    return { kind: 'refused', reason: 'the register has no such document for the public' };
  if (status === 401 || status === 403)
    return { kind: 'refused', reason: `the register does not give it to the public (${status})` };
  if (status === 429 || status >= 500) {
    const after = Number(response.headers.get('retry-after'));
    const seconds = Number.isFinite(after) && after > 0 ? after : undefined;
    return {
      kind: 'again',
      reason: status === 429 ? 'the register asks for patience (429)' : `the register is out of order (${status})`,
      stop: status === 429,
      after: seconds,
    };
  }
  if (status !== 200) return { kind: 'refused', reason: `the register answered ${status}` };
  const bytes = await bodyOf(response);
  if (bytes === null) return { kind: 'refused', reason: 'the file is larger than 64 MB' };
  const promised = Number(response.headers.get('content-length') ?? bytes.length);
  if (bytes.length < promised) return { kind: 'again', reason: 'the connection broke', stop: false };
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (head.includes('%PDF-')) return { kind: 'file', bytes };
  return {
    kind: 'refused',
    reason: /<html|<!doctype/i.test(head)
      ? 'the register answered with a web page, not with a PDF'
      : 'what came is no PDF',
  };
}

/** Null where it is too large. */
async function bodyOf(response: Response): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > MAX_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
