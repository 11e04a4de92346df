import { describe, expect, it } from 'vitest';
import { textSize } from './text-size.ts';

describe('textSize', () => {
  it.each([
    ['<article data-pagefind-body><p>four</p></article>', 4],
    ['<p>four</p>\n  <p> five5 </p>\n', 9],
    ['<p>four<b>bold</b>tail</p>', 12],
    ['<p>four</p><svg><g><text>label</text></g><svg></svg>more</svg><p>five5</p>', 9],
    ['<p>four</p><script>const a = "<p>";</script>', 4],
    ['<div data-pagefind-ignore>a<div>b</div>c</div><p>four</p>', 4],
    ['<p hidden>no</p><p class="hidden">four</p>', 4],
    ['<p data-pagefind-ignored>four</p>', 4],
    ['', 0],
  ])('%s → %i', (html, size) => expect(textSize(html)).toBe(size));
});
