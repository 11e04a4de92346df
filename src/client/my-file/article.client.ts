/** Loads the article of an entry's page, as it stands in the file. */
export async function loadArticle(page: string): Promise<HTMLElement | null> {
  const html = location.protocol === 'file:' ? await throughFrame(page) : await fetched(page);
  if (html === null) return null;
  return new DOMParser().parseFromString(html, 'text/html').querySelector('article');
}

async function fetched(page: string): Promise<string | null> {
  const response = await fetch(page);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`The server answered with ${response.status}.`);
  return response.text();
}

/** Milliseconds; longer than a slow disk takes. */
const PATIENCE = 20_000;

/** A page from a folder may show others and not read them: the page in the frame hands its article over itself. */
function throughFrame(page: string): Promise<string | null> {
  return new Promise((resolve) => {
    const frame = document.createElement('iframe');
    frame.hidden = true;
    frame.title = 'Page that is being read';
    const done = (html: string | null) => {
      clearTimeout(timer);
      removeEventListener('message', take);
      frame.remove();
      resolve(html);
    };
    const take = ({ source, data }: MessageEvent<unknown>) => {
      if (source !== frame.contentWindow) return;
      const { article } = (data ?? {}) as Readonly<Record<string, unknown>>;
      if (typeof article === 'string') done(article);
    };
    // A file that is missing shows an error page, which hands nothing over.
    const timer = setTimeout(() => done(null), PATIENCE);
    addEventListener('message', take);
    frame.src = page;
    document.body.append(frame);
  });
}
