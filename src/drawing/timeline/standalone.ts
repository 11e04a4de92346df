/**
 * A style sheet for a picture in a file of its own: the rules of the page with the tokens' light values put in,
 * since programs that draw SVG know neither `var()` nor `light-dark()`.
 */
export function standaloneStyle(tokens: string, rules: string): string {
  const values = new Map<string, string>();
  for (const line of tokens.split('\n')) {
    const declaration = /^\s*(--[a-z0-9-]+):\s*(.+);$/.exec(line);
    if (!declaration?.[1] || !declaration[2]) continue;
    const light = /^light-dark\(([^,]+),/.exec(declaration[2]);
    values.set(declaration[1], light?.[1] ?? declaration[2]);
  }
  const drawn = rules
    .replace(/\/\*[^*]*\*\//g, '')
    .split('}')
    .filter((rule) => /^\s*[^@{]*(\.tl-|picture)[^@{]*\{/.test(rule))
    .join('}\n');
  return `${drawn}}`.replace(/var\((--[a-z0-9-]+)\)/g, (_, name: string) => values.get(name) ?? 'currentColor');
}
