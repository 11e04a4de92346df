import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');

/** Each colour in light and in dark mode, by the name of its token. */
const colours = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

/** Relative luminance as WCAG 2 defines it. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const contrastOf = (text: string, ground: string, mode: 'light' | 'dark') => {
  const [x, y] = [colours.get(text), colours.get(ground)];
  if (!x || !y) throw new Error(`tokens.css has no colour ${x ? ground : text}`);
  return contrast(x[mode], y[mode]);
};

describe.each(['light', 'dark'] as const)('in %s mode', (mode) => {
  const TEXT = ['ink', 'quiet', 'accent', 'open', 'partly', 'limite'];
  test.each(TEXT.flatMap((text) => ['paper', 'raised'].map((ground) => [text, ground] as const)))(
    '%s stands out from %s by 7:1',
    (text, ground) => expect(contrastOf(text, ground, mode)).toBeGreaterThanOrEqual(7),
  );
  test.each(['accent-wash', 'found', 'added', 'removed'])('ink stands out from %s by 7:1', (ground) =>
    expect(contrastOf('ink', ground, mode)).toBeGreaterThanOrEqual(7),
  );
  test('the accent stands out from its wash, and the words of a button from it, by 7:1', () => {
    expect(contrastOf('accent', 'accent-wash', mode)).toBeGreaterThanOrEqual(7);
    expect(contrastOf('paper', 'accent', mode)).toBeGreaterThanOrEqual(7);
  });
});

test('the contrast is that of WCAG: black on white is 21:1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
});
