import { createCssVariablesTheme, createHighlighter, type ThemedToken } from 'shiki';

/** The languages of the handbook's examples. */
export type ExampleLanguage = 'yaml' | 'markdown' | 'shellscript';

const theme = createCssVariablesTheme({ name: 'handbook', variablePrefix: '--' });
const highlighter = await createHighlighter({ themes: [theme], langs: ['yaml', 'markdown', 'shellscript'] });

const escapeHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** `var(--token-string)` → `x-token-string`: the policy of the pages allows classes and no `style`. */
function classOf({ color = '' }: ThemedToken): string | null {
  return /^var\(--(token-[a-z-]+)\)$/.exec(color)?.[1] ?? null;
}

/** An example as the HTML of a `<pre>`; Shiki tells what each word is, the style sheet gives the colour. */
export function highlight(code: string, language: ExampleLanguage): string {
  const { tokens } = highlighter.codeToTokens(code.trimEnd(), { lang: language, theme: 'handbook' });
  const lines = tokens.map((line) =>
    line
      .map((token) => {
        const name = classOf(token);
        const text = escapeHtml(token.content);
        return name === null ? text : `<span class="x-${name}">${text}</span>`;
      })
      .join(''),
  );
  return `<pre class="example" tabindex="0"><code>${lines.join('\n')}</code></pre>`;
}
