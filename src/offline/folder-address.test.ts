import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { folderAddress } from './folder-address.ts';

const FILES = new Set(['index.html', 'documents/index.html', 'documents/st-1/index.html', 'feed.xml', 'a b/ü#1.pdf']);
const has = (path: string) => FILES.has(path);
const inside = (address: string) => ({ kind: 'inside', address });

describe('an address in a folder', () => {
  test.each([
    ['/', 'documents/st-1/index.html', '../../index.html'],
    ['/documents/', 'documents/st-1/index.html', '../index.html'],
    ['/documents', 'index.html', 'documents/index.html'],
    ['/documents/st-1/#s-2', 'index.html', 'documents/st-1/index.html#s-2'],
    ['/documents/st-1/?q=1&x#y', 'documents/index.html', 'st-1/index.html?q=1&x#y'],
    ['st-1/', 'documents/index.html', 'st-1/index.html'],
    ['/feed.xml', 'documents/index.html', '../feed.xml'],
    ['/a%20b/%C3%BC%231.pdf', 'index.html', 'a%20b/%C3%BC%231.pdf'],
    ['#here', 'index.html', '#here'],
    ['?q=x', 'documents/index.html', 'index.html?q=x'],
  ])('%s seen from %s is %s', (address, page, expected) => {
    expect(folderAddress(address, page, has)).toEqual(inside(expected));
  });

  test('other sites, other schemes and nothing at all are told apart', () => {
    expect(folderAddress('https://eur-lex.europa.eu/x', 'index.html', has).kind).toBe('outside');
    expect(folderAddress('//elsewhere.example/x', 'index.html', has).kind).toBe('outside');
    expect(folderAddress('mailto:a@b.example', 'index.html', has).kind).toBe('other');
    expect(folderAddress('data:image/png;base64,AA', 'index.html', has).kind).toBe('other');
    expect(folderAddress('http://[', 'index.html', has).kind).toBe('other');
    expect(folderAddress('/nowhere/', 'index.html', has)).toMatchObject({
      kind: 'missing',
      path: 'nowhere/index.html',
    });
    expect(folderAddress('/%E0%A4%A', 'index.html', has).kind).toBe('missing');
  });

  test('leads where the address leads on a server, whatever the names', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((one) => /^[^/\\\p{C}]+$/u.test(one) && !/^\.+$/.test(one));
    fc.assert(
      fc.property(fc.array(name, { maxLength: 4 }), fc.array(name, { maxLength: 4 }), (from, to) => {
        const page = [...from, 'index.html'].join('/');
        const target = [...to, 'file.txt'].join('/');
        const found = folderAddress(`/${target.split('/').map(encodeURIComponent).join('/')}`, page, () => true);
        if (found.kind !== 'inside') throw new Error(found.kind);
        const base = new URL(`file:///r/${page.split('/').map(encodeURIComponent).join('/')}`);
        expect(decodeURIComponent(new URL(found.address, base).pathname)).toBe(`/r/${target}`);
      }),
    );
  });
});
