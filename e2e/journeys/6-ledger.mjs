// The auditor: who did what, and its proof. Everything this demo did so far is in it and verifies.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { openPage, shot } from '../lib/browser.mjs';
import { axe, plainDuties, press, signIn, speak, tabTo } from '../lib/desk.mjs';

export default async function ledger(walk, house) {
  for (const state of house.demo.states) {
    await walk.test(`the ledger at ${state.url}`, async () => {
      const page = await openPage(house.browser);
      await signIn(page, state, 'auditor');
      await speak(page, 'en');
      await page.goto(`${state.url}/ledger`);
      assert.ok((await page.locator('main tbody tr').count()) > 0, 'an empty ledger');
      await plainDuties(page, 'en');
      await axe(page);
      await press(page, 'form[action="/ledger/verify"] button');
      assert.equal(await page.locator('section[role="status"] h2').count(), 1, 'a report');
      assert.equal(await page.locator('section[role="status"] table').count(), 0, await page.textContent('section[role="status"]'));
      await axe(page);
      await shot(page, `ledger-verified-${state.code}`);
      await page.goto(`${state.url}/ledger`);
      await press(page, 'main tbody a.row');
      await plainDuties(page, 'en');
      await axe(page);
      await tabTo(page, 'a[download]');
      const [proof] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
      const bytes = readFileSync(await proof.path());
      assert.ok(bytes.length > 100, 'a proof');
      assert.ok(proof.suggestedFilename().length > 4, proof.suggestedFilename());
      assert.deepEqual(page.troubles, []);
      await page.context().close();
    });
  }
}
