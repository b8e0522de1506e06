// The walk by keyboard: a request is drafted, handed in, approved by a second person, sent; registered, acknowledged,
// questioned, answered, accepted and executed by the other State; evidence comes back and is verified. Both sides see
// the same clocks. The content is the model's own reference request.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tabTo } from '../lib/desk.mjs';
import { act } from '../lib/form.mjs';
import { day, dues, end, looker, open, staff, stepsOf, until } from '../lib/walk.mjs';

const CONTENT = JSON.parse(readFileSync(new URL('../../templates/mla/example.json', import.meta.url), 'utf8'));

/** With scripts, what is typed is kept by itself and the remarks follow. */
async function keptWhileWriting(page) {
  await tabTo(page, '[name="/title"]');
  await page.keyboard.type('A working title');
  await page.waitForFunction(() => {
    const note = document.querySelector('[data-saved]');
    return note.textContent !== '' && note.textContent === note.dataset.saved;
  });
  await page.reload();
  assert.equal(await page.inputValue('[name="/title"]'), 'A working title');
}

export async function wholeWalk(walk, house, script) {
  const step = stepsOf(walk);
  const [a, b] = house.demo.states;
  const { at, close } = staff(house, { script });
  const look = looker('walk', { script });
  const folder = mkdtempSync(join(tmpdir(), 'comity-evidence-'));
  const file = join(folder, 'account-records.pdf');
  writeFileSync(file, '%PDF-1.7 records of account 4410-7782-09, invented\n'.repeat(2000));
  let ours, theirs;
  try {
    const first = script ? keptWhileWriting : undefined;
    const asked = { template: 'mla', content: CONTENT, lang: 'en', reference: 'B-2026-77', first };
    ({ ours, theirs } = await open({ step, at, look }, [a, b], asked));
    await step('a question and its answer', async () => {
      const officer = await at(b, 'case_officer');
      await officer.goto(theirs);
      await act(officer, '/ask', { 'text/0': 'Which day suits the witness?', answer_by: day(10) });
      const author = await at(a, 'case_officer');
      await until(author, ours, 'form[action$="/answer"]');
      await look(author, 'asked');
      await act(author, '/answer', { 'said/0': 'Any Tuesday from nine o\'clock UTC.' });
    });
    await step('accepted and executed', async () => {
      const officer = await at(b, 'case_officer');
      // A decision is offered while the answer is awaited too: this one waits for it.
      await until(officer, theirs, 'main:has-text("Any Tuesday from nine")');
      await act(officer, '/accept', { reasons: 'The convention that is cited applies; nothing stands against it.' });
      await officer.goto(theirs);
      await act(officer, '/begin');
      await officer.goto(`${theirs}/evidence/new`);
      await look(officer, 'attach');
      await act(officer, '/evidence/new', { file, collected_on: day(0), certificate: 'True copies of the records of the bank.' });
      await officer.goto(theirs);
      await act(officer, '/execute', { what: 'The records were produced by the bank.', on: day(0), law: 'Code of Criminal Procedure, article 12' });
    });
    await step('the evidence is given back', async () => {
      const officer = await at(b, 'case_officer');
      await officer.goto(theirs);
      await look(officer, 'theirs');
      await act(officer, '/give-back', { certificate: 'I certify that these are true copies of the records of the bank.' });
    });
    await step('the evidence proves itself', async () => {
      const author = await at(a, 'case_officer');
      await until(author, ours, 'form[action$="/open"]');
      await act(author, '/open');
      await author.goto(ours);
      await look(author, 'ours');
      await tabTo(author, 'main a[href*="/evidence/"]');
      await Promise.all([author.waitForEvent('load'), author.keyboard.press('Enter')]);
      assert.equal(await author.locator('.light.bad').count(), 0, await author.textContent('main'));
      assert.ok((await author.locator('.chain li').count()) >= 3, 'collected, sent, received at least');
      await look(author, 'evidence');
    });
    await step('one clock on both sides', async () => {
      const [author, officer] = [await at(a, 'case_officer'), await at(b, 'case_officer')];
      await author.goto(ours);
      await officer.goto(theirs);
      // Each page shows its own side first.
      assert.deepEqual(await dues(author), await dues(officer));
    });
    await step('closed on both sides', async () => {
      const [author, officer] = [await at(a, 'case_officer'), await at(b, 'case_officer')];
      await author.goto(ours);
      await act(author, '/confirm-return');
      await end([author, ours], [officer, theirs], 'The records were read at the trial; originals there were none.');
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  await close();
}

export default (walk, house) => wholeWalk(walk, house, true);
