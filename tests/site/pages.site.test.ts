import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { describe, expect, test } from 'vitest';
import { EDITIONS } from '../../src/edition/editions.ts';
import { elementsOf, pagesOf, readPage, wordsOf } from '../support/site.ts';

/** What a template prints where it was given nothing, or the wrong thing. */
const ACCIDENT = /\[object \w+\]|\bundefined\b|\bNaN\b|\bInvalid Date\b/;

const has = (element: Element, tagName: string) =>
  elementsOf({ type: 'root', children: element.children } as Root).some((one) => one.tagName === tagName);

describe.each(EDITIONS)('pages of the %s edition', (edition) => {
  const pages = pagesOf(edition).map((page) => ({ ...page, tree: readPage(page).tree }));

  test('the edition has a home page and a page for what is not found', () => {
    expect(pages.map(({ address }) => address)).toEqual(expect.arrayContaining(['/', '/404.html']));
  });

  test('each page has a title of its own', () => {
    const byTitle = new Map<string, string[]>();
    for (const { address, tree } of pages) {
      // What answers where a page was bears the title of the page it leads to.
      if (elementsOf(tree).some(({ properties }) => properties.name === 'robots')) continue;
      const title = elementsOf(tree).find(({ tagName }) => tagName === 'title');
      const words = title ? textOf(title).trim() : '';
      byTitle.set(words, [...(byTitle.get(words) ?? []), address]);
    }
    expect([...byTitle].filter(([title, addresses]) => title === '' || addresses.length > 1)).toEqual([]);
  });

  test('each page says its language and has one main heading', () => {
    const faults = pages.flatMap(({ address, tree }) => {
      const elements = elementsOf(tree);
      const language = elements.find(({ tagName }) => tagName === 'html')?.properties.lang;
      const headings = elements.filter(({ tagName }) => tagName === 'h1').length;
      return language === 'en' && headings === 1 ? [] : [`${address}: lang ${language}, ${headings} h1`];
    });
    expect(faults).toEqual([]);
  });

  test('no space stands before a stop in a fact or an item of a list', () => {
    const faults = pages.flatMap(({ address, tree }) =>
      elementsOf(tree)
        // Forms of a reference stand as they were printed; they have no link in them.
        .filter((element) => /^(dd|li)$/.test(element.tagName) && has(element, 'a') && !has(element, 'ul'))
        .map((fact) => textOf(fact).replaceAll(/\s+/g, ' '))
        .filter((words) => / [,;:.](?= |$)/.test(words))
        .map((words) => `${address}: ${words}`),
    );
    expect(faults).toEqual([]);
  });

  test('no page shows the accident of a template', () => {
    const accidents = pages.flatMap(({ address, tree }) => {
      const [found] = ACCIDENT.exec(wordsOf(tree)) ?? [];
      return found === undefined ? [] : [`${address}: ${found}`];
    });
    expect(accidents).toEqual([]);
  });
});
