import type { Program } from '../../src/lib/debian.ts';

export const FIREFOX: Program = {
  name: 'Firefox',
  files: ['firefox-esr', 'firefox'],
  variable: 'FIREFOX_PATH',
  package: 'firefox-esr',
};
export const NGINX: Program = { name: 'nginx', files: ['nginx'], variable: 'NGINX_PATH', package: 'nginx' };
export const CADDY: Program = { name: 'Caddy', files: ['caddy'], variable: 'CADDY_PATH', package: 'caddy' };
export const CURL: Program = { name: 'curl', files: ['curl'], variable: 'CURL_PATH', package: 'curl' };
export const EPUBCHECK: Program = {
  name: 'epubcheck',
  files: ['epubcheck'],
  variable: 'EPUBCHECK_PATH',
  package: 'epubcheck',
};

export const STRACE: Program = { name: 'strace', files: ['strace'], variable: 'STRACE_PATH', package: 'strace' };

export const BIBUTILS: Program = {
  name: 'bibutils',
  files: ['ris2xml'],
  variable: 'BIBUTILS_PATH',
  package: 'bibutils',
};
/** The system's own Python, with Debian's modules. */
export const PYTHON = '/usr/bin/python3';
const pythonModule = (name: string): Program => ({
  name: `${name} for Python`,
  files: [name],
  variable: `PYTHON_${name.toUpperCase()}`,
  package: `python3-${name}`,
  folder: '/usr/lib/python3/dist-packages',
});
/** Readers of what goes out, which know nothing of this archive. */
export const READERS: readonly Program[] = [
  BIBUTILS,
  // A module of one file.
  { ...pythonModule('feedparser'), files: ['feedparser', 'feedparser.py'] },
  pythonModule('icalendar'),
  pythonModule('rdflib'),
];
