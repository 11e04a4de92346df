import { FONT_SIZE } from './labels.ts';
import type { Picture } from './picture.ts';

/** The picture as SVG. It has classes and no colours of its own, so that a style sheet can make it fit light, dark and paper. */
export function drawPicture({ width, height, shapes, labels }: Picture, name: string, style = ''): string {
  const figures = shapes.map(({ className, path, ids }) => {
    const [first] = ids;
    return `<path class="${className}" d="${path}"${first === undefined ? '' : ` data-id="${escapeXml(first)}"`}/>`;
  });
  const words = labels.map(
    ({ className, text, x, y }) =>
      `<text class="${className}" x="${x}" y="${Math.round((y + FONT_SIZE - 1) * 10) / 10}">${escapeXml(text)}</text>`,
  );
  const styled = style ? `<style>${style}</style>` : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" class="timeline-picture" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(name)}" font-size="${FONT_SIZE}">${styled}${figures.join('')}${words.join('')}</svg>`;
}

/** Safe in XML text and attributes; characters that XML forbids are left out. */
export function escapeXml(text: string): string {
  return [...text]
    .filter((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return code >= 32
        ? !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff
        : code === 9 || code === 10;
    })
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
