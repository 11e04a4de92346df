import type { Edition } from '../editions.ts';

/** The same rules as response headers, for hosts that take them from files. */
export const HEADER_FILES = ['_headers', 'headers/nginx.conf', 'headers/Caddyfile'] as const;

/** @param policy allows what any page needs: each page's own policy stands in it and is narrower */
export function headerFiles(policy: string, edition: Edition): Record<(typeof HEADER_FILES)[number], string> {
  const headers: [string, string][] = [
    ['Content-Security-Policy', `${policy}; frame-ancestors 'none'`],
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    ['Referrer-Policy', 'no-referrer'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
  ];
  if (edition === 'delegates')
    headers.push(['X-Robots-Tag', 'noindex, nofollow'], ['Cache-Control', 'private, no-store']);
  const lines = (line: (name: string, value: string) => string) =>
    `${headers.map(([n, v]) => line(n, v)).join('\n')}\n`;
  return {
    _headers: `/*\n${lines((name, value) => `  ${name}: ${value}`)}`,
    'headers/nginx.conf': `# In the server block: include this file.\n${lines((name, value) => `add_header ${name} "${value}" always;`)}`,
    'headers/Caddyfile': `# In the site block: import this file.\nheader {\n${lines((name, value) => `\t${name} "${value}"`)}}\n`,
  };
}
