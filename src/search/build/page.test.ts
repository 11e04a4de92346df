import { describe, expect, it } from 'vitest';
import { NameFinder } from './names.ts';
import { fieldsOf, pagefindHtml, readPage } from './page.ts';

const HIDDEN = 'geheim';
const page = (inside: string, outside = '') =>
  readPage(
    `<!doctype html><html lang="en"><head><title>${HIDDEN}</title></head><body>${outside}<main><article data-pagefind-body>${inside}</article></main></body></html>`,
    '/x/',
  );

describe('readPage', () => {
  it('takes the marked part of a page only', () => {
    expect(page('<h1>Title</h1><p>Text</p>', `<p>${HIDDEN}</p>`)?.text).toBe('Title Text');
    expect(readPage('<main><p>Text</p></main>', '/x/')).toBeNull();
  });

  it('takes the title from the first heading of the page', () => {
    expect(page('<h1><span>13944/22</span> <span>A title</span></h1>')?.title).toBe('13944/22 A title');
    expect(page('<p>Text</p>', '<h1>Outside</h1>')?.title).toBe('Outside');
  });

  it.each([
    `<p hidden>${HIDDEN}</p>`,
    `<p hidden="until-found">${HIDDEN}</p>`,
    `<p aria-hidden="true">${HIDDEN}</p>`,
    `<p data-pagefind-ignore>${HIDDEN}</p>`,
    `<p inert>${HIDDEN}</p>`,
    `<script>${HIDDEN}</script>`,
    `<style>${HIDDEN}</style>`,
    `<template><p>${HIDDEN}</p></template>`,
    `<noscript>${HIDDEN}</noscript>`,
    `<!-- ${HIDDEN} -->`,
    `<img alt="${HIDDEN}" src="${HIDDEN}">`,
    `<p title="${HIDDEN}" data-x="${HIDDEN}">shown</p>`,
    `<a href="${HIDDEN}">shown</a>`,
    `<form><input value="${HIDDEN}"><label>${HIDDEN}</label></form>`,
    `<svg><text>${HIDDEN}</text></svg>`,
    `<p data-pagefind-meta="x:${HIDDEN}" data-pagefind-filter="y:${HIDDEN}">shown</p>`,
  ])('leaves out what a reader does not see: %s', (html) => {
    const found = page(`<h1>Title</h1>${html}`);
    expect(found && pagefindHtml(found, undefined, fieldsOf(found, undefined, new NameFinder([])))).not.toContain(
      HIDDEN,
    );
  });

  it('leaves out the marks beside headings and paragraphs', () => {
    const found = page(
      '<h1>T</h1><h2 id="s-1">One <a href="#s-1" aria-label="Link to 1">¶</a></h2><p><a href="/x/">7</a></p>',
    );
    expect(found?.text).toBe('T One 7');
  });

  it('keeps the anchors of headings', () => {
    const found = page('<h1>T</h1><h2 id="s-1">One</h2>');
    expect(found && pagefindHtml(found, undefined, fieldsOf(found, undefined, new NameFinder([])))).toContain(
      '<h2 id="s-1">One</h2>',
    );
  });
});
