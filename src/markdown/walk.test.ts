import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { describe, expect, test } from 'vitest';
import { eachElement, replaceInTexts, type Stretch } from './walk.ts';

const tree = () => h(null, [h('p', ['one ', h('b', 'two'), ' one']), 'one', h('ol', h('li', h('p', 'one')))]);

describe('eachElement', () => {
  test('visits elements in the order of the text, each with those around it', () => {
    const seen: string[] = [];
    eachElement(tree(), ({ tagName }, way) => {
      seen.push([...way.map((around) => around.tagName), tagName].join(' '));
    });
    expect(seen).toEqual(['p', 'p b', 'ol', 'ol li', 'ol li p']);
  });

  test('leaves out what is in an element after false', () => {
    const seen: string[] = [];
    eachElement(tree(), ({ tagName }) => {
      seen.push(tagName);
      return tagName === 'ol' ? false : undefined;
    });
    expect(seen).toEqual(['p', 'b', 'ol']);
  });

  test('puts what is returned in the place of an element, and goes on in that element', () => {
    const wrapped = tree();
    eachElement(wrapped, (element) => (/^(?:ol|p)$/.test(element.tagName) ? h('div', [element]) : undefined));
    expect(toHtml(wrapped)).toBe(
      '<div><p>one <b>two</b> one</p></div>one<div><ol><li><div><p>one</p></div></li></ol></div>',
    );
  });
});

describe('replaceInTexts', () => {
  const mark = (word: string) => {
    return (text: string): Stretch[] =>
      [...text.matchAll(new RegExp(word, 'g'))].map(({ index }) => {
        return { start: index, end: index + word.length, element: h('i', 'X') };
      });
  };
  const replaced = (word: string, closed: RegExp) => {
    const changed = tree();
    replaceInTexts(changed, closed, mark(word));
    return toHtml(changed);
  };

  test.each([
    ['one', /^li$/, '<p><i>X</i> <b>two</b> <i>X</i></p><i>X</i><ol><li><p>one</p></li></ol>'],
    ['n', /^b$/, '<p>o<i>X</i>e <b>two</b> o<i>X</i>e</p>o<i>X</i>e<ol><li><p>o<i>X</i>e</p></li></ol>'],
    ['three', /^b$/, toHtml(tree())],
  ])('%s, but not in %s', (word, closed, html) => expect(replaced(word, closed)).toBe(html));

  test('says what is around a text', () => {
    const ways: string[] = [];
    replaceInTexts(tree(), /^b$/, (text, way: readonly Element[]) => {
      ways.push([...way.map(({ tagName }) => tagName), text].join(' '));
      return [];
    });
    expect(ways).toEqual(['p one ', 'p  one', 'one', 'ol li p one']);
  });
});
