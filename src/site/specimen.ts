import type { Catalogue } from '../archive/catalogue.ts';
import { PREFIX, type RenderedText, renderText } from '../markdown/render.ts';
import { linksFor } from './resolve.ts';

/** Every form a text can take on a page, in words of our own. */
const TEXT = `## 1. A heading with a number

A paragraph with an acronym, CCWP, a citation of what is held, 7806/19, one of what is only cited, COM(2018) 549 final,
and a footnote.[^1]

1. A numbered item.
2. Another, with an item below it.
   - (a) A lettered item.

| A table | Number |
| ------- | -----: |
| A row   |     12 |

:::withheld{pages="4-26" decided="2022-12-16" reason="not open to the public"}
:::

[^1]: A note, which stands in the margin of a wide screen too.
`;

/** A specimen of text for the page of components. */
export function specimen(archive: Catalogue, address: string): RenderedText {
  return renderText(TEXT, { prefix: PREFIX.precis, ...linksFor(archive, address), marginNote: () => null, shift: 1 });
}
