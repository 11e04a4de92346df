import { describeFindings, describeProof } from '../../src/edition/proof/report.ts';
import { makeFixture } from './fixture/archive.ts';
import { inFull } from './fixture/world.ts';
import { TestSite } from './site.ts';

const site = await TestSite.make(makeFixture(inFull()), 'as-is');
console.log(site.project);
for (const edition of ['public', 'delegates'] as const) {
  await site.build(edition);
  const r = await site.prove(edition);
  console.log(describeFindings(r));
  console.log(describeProof(r));
}
