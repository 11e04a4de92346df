import { RETIRED } from './retired.ts';

/** An address without a page of its own, and where it leads; both as a browser asks for them. */
export type Lead = readonly [from: string, to: string];

/** The files by which hosts lead on, by their paths. How nginx and Caddy take theirs is in `docs/hosting/`. */
export const RULE_FILES: Readonly<Record<string, (leads: readonly Lead[]) => string>> = {
  _redirects: netlify,
  'redirects/nginx.conf': nginx,
  'redirects/Caddyfile': caddy,
};

/** For Netlify, Cloudflare Pages, GitLab Pages and others: `from to 301`, first those that matter most. */
function netlify(leads: readonly Lead[]): string {
  const retired = RETIRED.flatMap(({ collection, files, place }) => {
    const page = `/${collection ?? ':collection'}/:id/`;
    return files.map((file): Lead => [page + file, `${page}#${place}`]);
  });
  // Cloudflare takes 2,000 lines without placeholders, and only in front of those with some.
  return linesOf([...leads, ...retired], ([from, to]) => `${from} ${to} 301`);
}

/** The lines of a `map` from an address without the slash at its end. */
function nginx(leads: readonly Lead[]): string {
  const page = (one: Retired) => `"~^(?<enfocustom_page>${pageOf(one)})/${filesOf(one)}$"`;
  return [
    linesOf(leads, ([from, to]) => `${quoted(nameOf(from))} ${quoted(to)};`),
    linesOf(RETIRED, (one) => `${page(one)} "$enfocustom_page/#${one.place}";`),
  ].join('');
}

function caddy(leads: readonly Lead[]): string {
  return `# In the site block: import this file.
map {path} {enfocustom_name} {
	~^(.+?)/?$ "\${1}"
}
map {enfocustom_name} {enfocustom_moved} {
${linesOf(leads, ([from, to]) => `\t${quoted(nameOf(from))} ${quoted(to)}`)}\
${linesOf(RETIRED, (one) => `\t~^(${pageOf(one)})/${filesOf(one)}$ "\${1}/#${one.place}"`)}\
	default ""
}
@enfocustom_moved expression \`{enfocustom_moved} != ""\`
redir @enfocustom_moved {enfocustom_moved} permanent
`;
}

type Retired = (typeof RETIRED)[number];

/**
 * The pages that had a retired file, as a regular expression. Servers match the decoded address: it may hold nothing
 * that would mean something in the header which they send back.
 */
const pageOf = ({ collection }: Retired) => `/${collection ?? '[a-z-]+'}/[a-z0-9.()-]+`;

const filesOf = ({ files }: Retired) => `(?:${files.join('|').replaceAll('.', '\\.')})`;

/** An address as servers compare it: decoded, without the slash at its end. */
const nameOf = (address: string) => decodeURIComponent(address).replace(/\/$/, '');

const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;

function linesOf<T>(items: readonly T[], line: (item: T) => string): string {
  return items.map((item) => `${line(item)}\n`).join('');
}
