import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whether LibreOffice is there. No test needs it; where it is, Word files that it wrote are read as well. */
export const haveOffice = spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0;

/** Web pages as the Word files that LibreOffice makes of them, in `folder`. Throws where it fails. */
export function convertToDocx(folder: string, pages: Readonly<Record<string, string>>): Record<string, Uint8Array> {
  for (const [name, html] of Object.entries(pages)) writeFileSync(join(folder, `${name}.html`), html);
  const inputs = Object.keys(pages).map((name) => join(folder, `${name}.html`));
  const format = ['--infilter=HTML (StarWriter)', '--convert-to', 'docx:MS Word 2007 XML', '--outdir', folder];
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const { status, stderr } = spawnSync('soffice', ['--headless', profile, ...format, ...inputs], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`LibreOffice failed: ${stderr.slice(-500)}`);
  return Object.fromEntries(Object.keys(pages).map((name) => [name, readFileSync(join(folder, `${name}.docx`))]));
}
