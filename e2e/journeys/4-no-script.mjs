// JavaScript off: the same desk by plain forms, and the whole walk once more. Axe cannot run here; the same pages had it in the other journeys.

import assert from 'node:assert/strict';
import { openPage, shot } from '../lib/browser.mjs';
import { plainDuties, press, rooms, signIn, speak, tabTo } from '../lib/desk.mjs';
import { wholeWalk } from './3-walk.mjs';

export default async function noScript(walk, house) {
  const state = house.demo.states[0];
  await walk.test('the desk in two languages', async () => {
    const page = await openPage(house.browser, { script: false });
    await signIn(page, state, 'case_officer');
    for (const language of ['fr', 'ar']) {
      await speak(page, language);
      for (const room of await rooms(page)) {
        await page.goto(state.url + room);
        await plainDuties(page, language);
      }
    }
    await shot(page, 'no-script-ar');
    await tabTo(page, 'form[action="/sign-out"] button');
    await Promise.all([page.waitForURL(/sign-in/), page.keyboard.press('Enter')]);
    await page.context().close();
  });
  await walk.test('a traveller', async () => {
    const page = await openPage(house.browser, { script: false });
    await signIn(page, state, 'border_officer');
    await page.goto(`${state.url}/border`);
    await tabTo(page, '[name="q"]');
    await page.keyboard.type('Quillfeather, Zebedee');
    await press(page, 'form[action="/border"] button');
    assert.notEqual((await page.textContent('#answer h1')).trim(), '');
    await page.context().close();
  });
  await walk.test('the whole walk', (part) => wholeWalk(part, house, false));
}
