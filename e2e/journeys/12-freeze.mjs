// A freeze under resolution 1373: determined, frozen, exempted for the needs of life, reviewed, lifted. Both sides see the
// same places, amounts and clocks.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { act } from '../lib/form.mjs';
import { day, dues, end, looker, open, staff, stepsOf, take } from '../lib/walk.mjs';

const CONTENT = JSON.parse(readFileSync(new URL('../../templates/asset_freezing/example.json', import.meta.url), 'utf8'));

export default async function freeze(walk, house) {
  const step = stepsOf(walk);
  const [a, b] = house.demo.states;
  const { at, close } = staff(house);
  const look = looker('freeze', { narrow: true });
  const author = await at(a, 'case_officer');
  const officer = await at(b, 'case_officer');
  const request = await open({ step, at, look }, [a, b], { template: 'asset_freezing', content: CONTENT, lang: 'en', reference: 'B-FR-12' });
  const ours = [author, request.ours];
  const theirs = [officer, request.theirs];
  const seen = async (text) => {
    for (const [page, address] of [ours, theirs]) {
      await page.goto(address);
      assert.match(await page.textContent('.timeline'), text);
    }
  };
  await step('what is missing is said before anything leaves', async () => {
    await officer.goto(request.theirs);
    await look(officer, 'received');
    const bare = { 'amounts/0/what': 'Account 7720-1187-03', 'amounts/0/amount': '48210.55' };
    await assert.rejects(act(officer, '/step/freeze', bare), /was not accepted/);
    assert.equal(await officer.inputValue('#step-freeze [name="amounts/0/amount"]'), '48210.55', 'what was typed stays');
    await look(officer, 'wanting');
    await officer.goto(request.theirs);
    assert.equal((await officer.textContent('.places [aria-current] b')).trim(), 'Received');
  });
  await step('determined and frozen', async () => {
    await take(theirs, ours, 'determine', { text: 'Financial Intelligence Unit, file F-77.' }, 'Being determined');
    await officer.goto(request.theirs);
    const amounts = {
      'amounts/0/what': 'Account 7720-1187-03 at Coral Bank', 'amounts/0/amount': '48210.55', 'amounts/0/currency': 'BMC',
      'amounts/1/what': 'Lorry with number plate TM 4471',
    };
    await act(officer, '/step/freeze', { ...amounts, text: 'Order FO-2026-9 of the Minister of Finance.' }, undefined, (page) => look(page, 'what-leaves'));
    await take(theirs, ours, 'review', { text: 'The amounts were confirmed by the bank; the freeze stands.' }, 'Reviewed and maintained');
    await seen(/48210\.55 BMC/);
    await author.goto(request.ours);
    await look(author, 'frozen');
    await officer.goto(request.theirs);
    assert.deepEqual(await dues(author), await dues(officer));
  });
  await step('an exemption for the needs of life', async () => {
    const amounts = { 'amounts/0/what': 'Rent and food of the household, each month', 'amounts/0/amount': '900', 'amounts/0/currency': 'BMC' };
    await take(theirs, ours, 'exempt', { ...amounts, text: 'On the application of the wife of Mirza Holm; resolution 1452, basic expenses.' }, 'Partly exempted');
    await seen(/900 BMC/);
  });
  await step('reviewed after it, and lifted', async () => {
    await take(theirs, ours, 'review', { text: 'Twelve months on the grounds still stand in part.' }, 'Reviewed and maintained');
    await officer.goto(request.theirs);
    await look(officer, 'reviewed');
    await take(theirs, ours, 'unfreeze', { text: 'The designation was withdrawn.', on: day(0) }, 'Unfrozen');
  });
  await step('closed on both sides', async () => {
    await end(ours, theirs, 'The designation ended; nothing is held any more.');
    await author.goto(request.ours);
    await look(author, 'closed');
  });
  await close();
}
