import { type ConfigData, HtmlValidate } from 'html-validate';

const config: ConfigData = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:standard'],
  rules: {
    // White space at the end of a line changes nothing for a reader.
    'no-trailing-whitespace': 'off',
    // Both ways to write an empty attribute and a void element are valid; the serialisers choose.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'void-style': 'off',
    // Titles of documents are official, and many are long.
    'long-title': 'off',
    // An ampersand that begins no character reference is valid.
    'no-raw-characters': ['error', { relaxed: true }],
    // Check boxes of one name are one choice of several, as radio buttons are.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button', 'reset'] }],
    // The controls of a timeline act at once: there is nothing to submit.
    'wcag/h32': 'off',
    // `content-visibility`, print and the strict policy for styles: no style attribute at all.
    'no-inline-style': 'error',
  },
};

const validator = new HtmlValidate(config);

/** What is not valid in the HTML of a page, a line each. */
export async function htmlFaults(html: string, address: string): Promise<string[]> {
  const { results } = await validator.validateString(html, address);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${address}:${line}:${column} ${ruleId} ${message}`),
  );
}
