import { readdirSync, readFileSync } from 'node:fs';
import { checkSync } from 'recheck';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** Every regular expression written in the sources of this folder. */
function patternsOfFolder(): { file: string; source: string; flags: string }[] {
  const folder = new URL('.', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  return files.flatMap((file) => {
    const parsed = ts.createSourceFile(file, readFileSync(new URL(file, folder), 'utf8'), ts.ScriptTarget.Latest, true);
    const found: { file: string; source: string; flags: string }[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const [, source = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(node.text) ?? [];
        found.push({ file, source, flags });
      }
      if (ts.isNewExpression(node)) expect(node.expression.getText(), file).not.toBe('RegExp');
      ts.forEachChild(node, visit);
    };
    visit(parsed);
    return found;
  });
}

describe('every regular expression of the module', () => {
  it.each(patternsOfFolder())('takes linear time: $file /$source/$flags', { timeout: 60_000 }, ({ source, flags }) => {
    const result = checkSync(source, flags, { checker: 'automaton', timeout: 50_000 });
    expect(result.status === 'vulnerable' ? result.complexity.summary : result.status).toBe('safe');
  });
});
