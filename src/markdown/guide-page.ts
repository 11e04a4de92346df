import { existsSync } from 'node:fs';
import type { Node, Nodes, RootContent } from 'mdast';
import { mdxToMdast } from 'satteri';
import { SKIP, visit } from 'unist-util-visit';
import type { BlockFault } from '../archive/text-facts.ts';

const COMPONENTS = new URL('../components/', import.meta.url);

/** Markdown that a page of the guide may use. What is not named here is refused. */
const MARKDOWN: ReadonlySet<string> = new Set<RootContent['type']>([
  'paragraph',
  'heading',
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'code',
  'break',
  'thematicBreak',
  'blockquote',
  'list',
  'listItem',
  'table',
  'tableRow',
  'tableCell',
  'link',
  'linkReference',
  'definition',
  'image',
  'footnoteReference',
  'footnoteDefinition',
]);

const IMPORT = /^import ([A-Z]\w*) from '@components\/((?:[a-z-]+\/)*([A-Z]\w*))\.astro';$/;
const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);
const PICTURE = /^\/files\/[\w-][\w.-]*$/;

/** An expression that is nothing but a text, a number or a truth value. */
const LITERAL = /^\s*(?:'[^'\\\n]*'|"[^"\\\n]*"|-?\d+(?:\.\d+)?|true|false)\s*$/;
const PATH = /(?<![\w/])\.{0,2}\/[^\s()"'`<>\]]*/g;
const PROP = /^[a-z][A-Za-z0-9]*$/;

type Complaint = Pick<BlockFault, 'message' | 'fix'>;

/**
 * Everything in a page of the guide that could run as a program. MDX runs when the page is built, so a page may hold
 * Markdown, imports of components, and these components with literal props, and nothing else is let through.
 * @param body of the page, as MDX
 */
export function guidePageFaults(body: string): BlockFault[] {
  const { imported, faults } = readImports(body);
  // Other lines of JavaScript can bring the parser down.
  if (faults.length > 0) return faults;
  const tree = parse(body);
  if (!('children' in tree)) return [tree];
  visit(tree, (node) => {
    if (node.type === 'root') return undefined;
    const complaint = complaintOf(node, imported);
    if (!complaint) return undefined;
    faults.push({ ...placeOf(node), ...complaint });
    return SKIP;
  });
  return faults;
}

/** An address in a page, and the place of the node that holds it. */
export interface PageTarget {
  readonly target: string;
  readonly bodyLine: number;
  readonly column: number;
}

/**
 * Every string in a page that could be an address below the archive: targets of links, props, paths in words.
 * @param body of a page without faults
 */
export function guidePageTargets(body: string): PageTarget[] {
  const tree = parse(body);
  const targets: PageTarget[] = [];
  if (!('children' in tree)) return targets;
  visit(tree, (node) => {
    for (const target of addressesIn(node)) targets.push({ target, ...placeOf(node) });
  });
  return targets;
}

function addressesIn(node: Nodes): string[] {
  if (node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement') {
    return node.attributes.flatMap(({ value }) => (typeof value === 'string' ? [value] : pathsIn(value?.value ?? '')));
  }
  if ('url' in node) return [node.url];
  return 'value' in node ? pathsIn(node.value) : [];
}

const pathsIn = (words: string) => [...words.matchAll(PATH)].map(([path]) => path);

/** The tree as the compiler of the pages has it, or why it has none. The caller has looked at the lines of imports. */
function parse(body: string) {
  try {
    // An empty line, since a line --- at the beginning would open front matter, which Astro has taken away by then.
    const tree = mdxToMdast(`\n${body}`, { features: { smartPunctuation: true } });
    if (tree.type !== 'root') throw new Error('a text is the root of its tree');
    return tree;
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    const [, line = '2', column = '1', why = words] =
      /^(\d+):(\d+): (.*?)(?: \(note: .*\))?(?: \(mdx[\w:-]*\))?$/s.exec(words) ?? [];
    return {
      bodyLine: Number(line) - 1,
      column: Number(column),
      message: `the page does not parse as MDX: ${why}`,
      fix: 'put a backslash before a < or { that is meant as text: \\< or \\{',
    };
  }
}

function placeOf({ position }: Node): { bodyLine: number; column: number } {
  const { line, column } = position?.start ?? { line: 2, column: 1 };
  return { bodyLine: line - 1, column };
}

/** The components that a page brings in, and whatever else its lines of imports and exports hold. */
function readImports(body: string): { imported: Set<string>; faults: BlockFault[] } {
  const imported = new Set<string>();
  const faults: BlockFault[] = [];
  const lines = body.split('\n');
  for (const [index, line] of lines.entries()) {
    if (!/^(?:import|export)\b/.test(line)) continue;
    const fault = (message: string, fix: string) => faults.push({ bodyLine: index + 1, column: 1, message, fix });
    const [, name = '', path = '', file] = IMPORT.exec(line) ?? [];
    const next = lines[index + 1] ?? '';
    if (file === undefined || name !== file) {
      fault('a page may bring in nothing but components', "write import Name from '@components/Name.astro';");
    } else if (next !== '' && !IMPORT.test(next)) {
      fault('the line below an import belongs to its program', 'leave an empty line between the imports and the text');
    } else if (!existsSync(new URL(`${path}.astro`, COMPONENTS))) {
      fault(`there is no component "${path}"`, 'its file would be in src/components/');
    } else if (imported.has(name)) fault(`"${name}" is brought in twice`, 'remove one of the two lines');
    imported.add(name);
  }
  return { imported, faults };
}

function complaintOf(node: RootContent, imported: ReadonlySet<string>): Complaint | null {
  switch (node.type) {
    case 'mdxjsEsm': {
      if (node.value.split('\n').every((line) => IMPORT.test(line))) return null;
      return { message: 'the page holds a program', fix: 'begin it with its imports, each on a line of its own' };
    }
    case 'mdxTextExpression':
    case 'mdxFlowExpression':
      return LITERAL.test(node.value) ? null : expression(node.value);
    case 'mdxJsxTextElement':
    case 'mdxJsxFlowElement': {
      const { name, attributes } = node;
      if (name === null || /^[a-z]/.test(name)) {
        const message = `<${name ?? ''}> is HTML, and a page of the guide holds Markdown and components`;
        return { message, fix: 'write it in Markdown, or put a backslash before a < that is meant as text: \\<' };
      }
      if (!imported.has(name)) {
        return {
          message: `no line brings in <${name}>`,
          fix: `write import ${name} from '@components/${name}.astro';`,
        };
      }
      return attributes.map(propComplaint).find((complaint) => complaint !== null) ?? null;
    }
    case 'image':
      if (PICTURE.test(node.url)) return null;
      return { message: `"${node.url}" is no picture of the archive`, fix: 'write ![words](/files/name.png)' };
    case 'link':
    case 'definition': {
      const scheme = URL.parse(node.url)?.protocol;
      if (scheme === undefined || SCHEMES.has(scheme)) return null;
      return { message: `a link leads to "${scheme}"`, fix: 'use an address that begins with https://, mailto: or /' };
    }
    default:
      if (MARKDOWN.has(node.type)) return null;
      return { message: `a page of the guide cannot hold "${node.type}"`, fix: 'write it in plain Markdown' };
  }
}

function propComplaint(prop: {
  type: string;
  name?: string;
  value?: string | { value: string } | null | undefined;
}): Complaint | null {
  const { type, name = '', value } = prop;
  if (type !== 'mdxJsxAttribute') return expression(typeof value === 'string' ? value : '');
  if (!PROP.test(name)) {
    return { message: `"${name}" is no prop of a component`, fix: 'use props of small letters, such as document="…"' };
  }
  if (value === null || value === undefined || typeof value === 'string' || LITERAL.test(value.value)) return null;
  return expression(value.value);
}

const expression = (code: string): Complaint => ({
  message: `{${code.length > 40 ? `${code.slice(0, 40)}…` : code}} is a program, and a page of the guide is a text`,
  fix: 'write the words themselves; a brace that is meant as text is \\{',
});
