import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Random } from '../../src/bench/random.ts';

/** A word that stands in one document only, until it is closed. */
export const OPEN_UNTIL_CLOSED = 'zwischenlagerungsverfahren';

/** One change of an archive, as an editor or an engineer makes it. Each says what it did. */
export type Edit = (project: string, random: Random) => Promise<string>;

const documents = async (project: string) =>
  (await readdir(join(project, 'content/documents'))).sort().map((name) => join(project, 'content/documents', name));

/** A document whose file holds a mark. */
async function documentWith(project: string, random: Random, mark: RegExp): Promise<{ file: string; text: string }> {
  const fitting: { file: string; text: string }[] = [];
  for (const file of await documents(project)) {
    const text = await readFile(file, 'utf8');
    if (mark.test(text)) fitting.push({ file, text });
  }
  return random.pick(fitting);
}

const OPEN = /^ {2}status: public$/m;

async function editText(project: string, random: Random): Promise<string> {
  const { file, text } = await documentWith(project, random, OPEN);
  await writeFile(file, `${text}\n9. Delegations welcomed ${random.int(100, 999)} more seizures of TRM1.\n`);
  return `text of ${file}`;
}

async function retitle(project: string, random: Random): Promise<string> {
  const { file, text } = await documentWith(project, random, OPEN);
  await writeFile(file, text.replace(/^title: .*$/m, `title: Renamed number ${random.int(100, 999)}`));
  return `title of ${file}`;
}

async function redate(project: string, random: Random): Promise<string> {
  const { file, text } = await documentWith(project, random, OPEN);
  await writeFile(file, text.replace(/^date: .*$/m, `date: 2003-0${random.int(1, 9)}-11`));
  return `date of ${file}`;
}

async function cite(project: string, random: Random): Promise<string> {
  const { file, text } = await documentWith(project, random, OPEN);
  const cited = await documentWith(project, random, /^number: /m);
  const number = /^number: (.*)$/m.exec(cited.text)?.[1] ?? '';
  const other = `${random.int(20_000, 29_999)}/05`;
  await writeFile(file, `${text}\nThis goes back to ${number}, to ${other} and to Action 1.${random.int(1, 9)}.\n`);
  return `citations of ${number} and ${other} in ${file}`;
}

async function explain(project: string, random: Random): Promise<string> {
  const file = join(project, 'content/glossary.yaml');
  const term = `NEW${random.int(100, 999)}`;
  const entry = `- term: ${term}\n  meaning: What came new into the glossary.\n  source: public-record\n`;
  await writeFile(file, `${await readFile(file, 'utf8')}${entry}`);
  return `the term ${term}`;
}

async function add(project: string, random: Random): Promise<string> {
  const number = random.int(30_000, 39_999);
  const record = `number: ${number}/07\ntitle: A document that came later\ndate: 2007-03-0${random.int(1, 9)}\naccess:\n  status: public\n`;
  const name = `st-${number}-2007-init.md`;
  const body = '## 1. New\n\n1. It says something of its own.\n';
  await writeFile(join(project, 'content/documents', name), `---\n${record}---\n\n${body}`);
  return `${name} is new`;
}

async function remove(project: string, random: Random): Promise<string> {
  const ids = (await documents(project)).map((file) => file.split('/').at(-1)?.slice(0, -3).toUpperCase() ?? '');
  const named = new Set<string>();
  for (const item of await readdir(join(project, 'content'), { recursive: true, withFileTypes: true })) {
    if (!item.isFile()) continue;
    const text = await readFile(join(item.parentPath, item.name), 'utf8');
    for (const id of ids)
      if (text.includes(id) || (item.name.startsWith(id.toLowerCase()) && text.includes(OPEN_UNTIL_CLOSED)))
        named.add(id);
  }
  const id = random.pick(ids.filter((one) => !named.has(one)));
  await rm(join(project, 'content/documents', `${id.toLowerCase()}.md`));
  return `${id} is gone`;
}

/** Opens a document with a word of its own; a later edit may close it. */
async function plant(project: string, random: Random): Promise<string> {
  const { file, text } = await documentWith(project, random, OPEN);
  await writeFile(file, `${text}\nOf this, the ${OPEN_UNTIL_CLOSED} was the last.\n`);
  return `${file} holds the word`;
}

async function close(project: string, random: Random): Promise<string> {
  const { file, text } = await documentWith(project, random, new RegExp(OPEN_UNTIL_CLOSED));
  await writeFile(file, text.replace(OPEN, '  status: limite').replace(/^access:/m, 'marking: LIMITE\naccess:'));
  return `${file} is closed`;
}

async function changeComponent(project: string, random: Random): Promise<string> {
  const file = join(project, 'src/components/SiteFooter.astro');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('</footer>', `<p>Form ${random.int(100, 999)}</p></footer>`));
  return 'the footer of all pages';
}

async function changeSchema(project: string): Promise<string> {
  const file = join(project, 'src/archive/schema/topics.ts');
  await writeFile(file, `${await readFile(file, 'utf8')}\nexport const REVISED = true;\n`);
  return 'a schema';
}

/** Edits that can be made in any order, as often as one likes. */
export const EDITS: readonly Edit[] = [editText, retitle, redate, cite, explain, add, remove];

export { changeComponent, changeSchema, close, plant };
