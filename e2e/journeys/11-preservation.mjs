// Without JavaScript: data are preserved, the time is prolonged, the request for assistance comes and is executed, the
// preservation ends with it. Both cases from draft to end on both sides.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { act } from '../lib/form.mjs';
import { closed, day, dues, end, looker, open, staff, stand, stepsOf, take, until } from '../lib/walk.mjs';

const read = (name) => JSON.parse(readFileSync(new URL(`../../templates/${name}/example.json`, import.meta.url), 'utf8'));

/** The reference requests, dated from today. */
function contents() {
  const preservation = read('electronic_evidence');
  preservation.follow_up.mla_by_on = day(60);
  return { preservation, mla: read('mla') };
}

export default async function preservation(walk, house) {
  const step = stepsOf(walk);
  const [a, b] = house.demo.states;
  const script = false;
  const { at, close } = staff(house, { script });
  const look = looker('preservation', { script });
  const tools = { step, at };
  const content = contents();
  const folder = mkdtempSync(join(tmpdir(), 'comity-preserved-'));
  const file = join(folder, 'log-ins.csv');
  writeFileSync(file, 'at,address,port\n2026-02-18T21:14:05Z,203.0.113.41,51322\n');
  const author = await at(a, 'case_officer');
  const officer = await at(b, 'case_officer');
  try {
    const kept = await open({ ...tools, look }, [a, b], { template: 'electronic_evidence', content: content.preservation, lang: 'en', reference: 'B-EE-31' });
    const ours = [author, kept.ours];
    const theirs = [officer, kept.theirs];
    await step('the data are kept', async () => {
      await officer.goto(kept.theirs);
      await look(officer, 'asked');
      await take(theirs, ours, 'preserve', { text: 'Order PO-2026-31 to Coralnet Ltd; the records are kept from today.' }, 'Data preserved');
      await look(author, 'kept');
      await author.goto(kept.ours);
      await officer.goto(kept.theirs);
      assert.deepEqual(await dues(author), await dues(officer));
    });
    await step('the requesting State asks for more time, and gets it', async () => {
      await take(ours, theirs, 'ask_extension', { text: 'The court seized of the case decides on the request for assistance next month.' });
      await take(theirs, ours, 'extend', { text: 'Prolonged on the request of today.', until: day(150) }, 'Extended');
      await author.goto(kept.ours);
      await look(author, 'extended');
    });
    const mla = { ...content.mla, title: `Assistance after the preservation ${kept.number}` };
    const help = await open(tools, [a, b], { template: 'mla', content: mla, lang: 'en', reference: 'B-MLA-32' });
    await step('the request for assistance is linked: the data are kept until it is decided', async () => {
      await take(theirs, ours, 'mla_arrived', { text: help.number }, 'Data kept until the request is decided');
    });
    await step('assistance is given and ends', async () => {
      await officer.goto(help.theirs);
      await act(officer, '/accept', { reasons: 'The convention that is cited applies; nothing stands against it.' });
      await officer.goto(help.theirs);
      await act(officer, '/begin');
      await officer.goto(`${help.theirs}/evidence/new`);
      await act(officer, '/evidence/new', { file, collected_on: day(0), certificate: 'True copies of the log-in records.' });
      await officer.goto(help.theirs);
      await act(officer, '/execute', { what: 'The provider produced the records that were preserved.', on: day(0), law: 'Code of Criminal Procedure, article 12' });
      await officer.goto(help.theirs);
      await act(officer, '/give-back', { certificate: 'True copies of the log-in records of the provider.' });
      await until(author, help.ours, 'form[action$="/open"]');
      await act(author, '/open');
      await author.goto(help.ours);
      if (await author.locator('form[action$="/confirm-return"]').count()) await act(author, '/confirm-return');
      await end([author, help.ours], [officer, help.theirs], 'The records were used in the investigation.');
    });
    await step('the preservation ends with it', async () => {
      await take(theirs, ours, 'disclose', { text: `Disclosed in execution of ${help.number}.` }, 'Data disclosed');
      await end(ours, theirs, 'The records came with the request for assistance.');
      await closed(ours, theirs);
      await stand([ours, theirs], 'Data disclosed');
      await officer.goto(kept.theirs);
      await look(officer, 'ended');
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  await close();
}
