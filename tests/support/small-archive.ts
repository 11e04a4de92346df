import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** An invented archive with a bit of everything that goes out, as files of a content folder. */
export const SMALL_ARCHIVE: Readonly<Record<string, string>> = {
  'documents/st-14001-2019-init.md': `---
number: 14001/19
title: 'Parcels & post: <b>first</b> "findings"'
date: "2019-05-02"
kind: NOTE
from: Presidency
workingParty: ccwp
meeting: 2019-05-03-ccwp
access: { status: partial, decided: "2019-06-01", basis: On request }
originalLanguage: en
pages: 4
---

## 1. Findings

1. Small parcels are many; see 14002/1/19 REV 1 and 15999/19.
2. Large ones are few. Action 9.1 looks at them.
`,
  'documents/st-14002-2019-rev-1.md': `---
number: 14002/1/19 REV 1
title: =Report on letters
date: 2019-03
access: { status: public }
previous: [ST-14001-2019-INIT]
---

Letters weigh less.

<!-- Ask the desk. -->

[//]: # (Ask the desk.)
`,
  'working-parties/ccwp.yaml': `names: [{ name: Invented Working Party, abbreviation: CCWP, source: register:ST-1-2020-INIT }]\n`,
  'action-plans/ccwp-9.yaml': `number: 9
title: { value: Ninth plan, source: ST-14001-2019-INIT }
workingParty: { to: ccwp, source: ST-14001-2019-INIT }
`,
  'actions/9.1.yaml': `plan: ccwp-9
title: { value: To look at parcels, source: ST-14001-2019-INIT#1-1 }
deadline: { date: ../2019-12-31, asGiven: by the end of the year, source: ST-14001-2019-INIT#1-1 }
history:
  - { date: "2019-05-03", title: Work begins, meeting: 2019-05-03-ccwp, source: ST-14001-2019-INIT#1-1 }
  - { asGiven: later, title: Work goes on, source: ST-14001-2019-INIT#1-1 }
`,
  'meetings/2019-05-03-ccwp.yaml': `date: { value: "2019-05-03", source: ST-14001-2019-INIT }
workingParty: { to: ccwp, source: ST-14001-2019-INIT }
agenda:
  - { number: "1", title: Parcels; post, documents: [ST-14001-2019-INIT], actions: ["9.1"], source: ST-14001-2019-INIT#1-1 }
`,
  'acts.yaml': `- id: 2012-c-5-01
  title: Resolution on something invented
  kind: resolution
  date: "2011-12-13"
  printed: [2012/C 5/01]
  celex: 32012G0107(01)
  source: official-journal
`,
  'glossary.yaml': `- { term: PCL, expansion: Parcel, meaning: A thing that is sent., source: general-knowledge }\n`,
};

/** Writes a content folder and returns where it is. */
export async function writeArchive(files: Readonly<Record<string, string>> = SMALL_ARCHIVE): Promise<string> {
  const root = join(await mkdtemp(join(tmpdir(), 'enfocustom-')), 'content');
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
  return root;
}
