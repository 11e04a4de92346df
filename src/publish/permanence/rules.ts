import { RETIRED } from './retired.ts';

/** A redirect of a host; both addresses as a browser asks for them. */
export type Rule = readonly [from: string, to: string];

/** The files of redirects for hosts, by path. `docs/hosting/` has the configurations of nginx and Caddy that read theirs. */
export const RULE_FILES: Readonly<Record<string, (rules: readonly Rule[]) => string>> = {
  _redirects: netlify,
  'redirects/nginx.conf': nginx,
  'redirects/Caddyfile': caddy,
};

/** For Netlify, Cloudflare Pages, GitLab Pages and others: `from to 301`. */
function netlify(rules: readonly Rule[]): string {
  const retired = RETIRED.flatMap(({ collection, files, place }) => {
    const page = `/${collection ?? ':collection'}/:id/`;
    return files.map((file): Rule => [page + file, `${page}#${place}`]);
  });
  // Cloudflare takes 2,000 lines without placeholders, and only in front of those with some.
  return linesOf([...rules, ...retired], ([from, to]) => `${from} ${to} 301`);
}

/** The lines of a `map` from an address without the slash at its end. */
function nginx(rules: readonly Rule[]): string {
  const page = (one: Retired) => `"~^(?<enfocustom_page>${pageOf(one)})/${filesOf(one)}$"`;
  return [
    linesOf(rules, ([from, to]) => `${quoted(nameOf(from))} ${quoted(to)};`),
    linesOf(RETIRED, (one) => `${page(one)} "$enfocustom_page/#${one.place}";`),
  ].join('');
}

function caddy(rules: readonly Rule[]): string {
  return `# In the site block: import this file.
map {path} {enfocustom_name} {
	~^(.+?)/?$ "\${1}"
}
map {enfocustom_name} {enfocustom_moved} {
${linesOf(rules, ([from, to]) => `\t${quoted(nameOf(from))} ${quoted(to)}`)}\
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
 * that would end the header in which they send it back.
 */
const pageOf = ({ collection }: Retired) => `/${collection ?? '[a-z-]+'}/[a-z0-9.()-]+`;

const filesOf = ({ files }: Retired) => `(?:${files.join('|').replaceAll('.', '\\.')})`;

/** An address as servers compare it: decoded, without the slash at its end. */
const nameOf = (address: string) => decodeURIComponent(address).replace(/\/$/, '');

const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;

function linesOf<T>(items: readonly T[], line: (item: T) => string): string {
  return items.map((item) => `${line(item)}\n`).join('');
}
