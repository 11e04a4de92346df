/**
 * In a frame of another page of the copy, a page hands over its article: browsers let no page read the files beside it.
 * Whoever could frame it is on the same disk, and could load the copy's scripts with the same words in them. A copy that a
 * web server gives out could be framed by any site, and needs none of this: there it hands over nothing.
 */
export function handOverArticle(): void {
  if (location.protocol !== 'file:' || parent === window) return;
  const article = document.querySelector('main > article');
  if (article) parent.postMessage({ article: article.outerHTML }, '*');
}
