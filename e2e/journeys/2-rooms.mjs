// Every role looks into every room its navigation shows, in English and Arabic, on a wide and a narrow window, with
// axe; and rooms it is not shown are closed to it.

import assert from 'node:assert/strict';
import { openPage, shot } from '../lib/browser.mjs';
import { axe, plainDuties, rooms, signIn, speak } from '../lib/desk.mjs';

export default async function look(walk, house) {
  const state = house.demo.states[0];
  const seen = new Map();
  for (const role of Object.keys(state.people)) {
    await walk.test(role, async () => {
      const page = await openPage(house.browser);
      await signIn(page, state, role);
      const shown = await rooms(page);
      assert.ok(shown.length > 0, 'an empty navigation');
      for (const language of ['en', 'ar']) {
        await speak(page, language);
        for (const room of [...shown, '/settings', '/help', '/accessibility']) {
          const answer = await page.goto(state.url + room);
          assert.equal(answer.status(), 200, `${room} for ${role}`);
          await plainDuties(page, language);
          await axe(page);
          await shot(page, `room-${role}-${room.replaceAll('/', '') || 'worklist'}-${language}`);
        }
      }
      seen.set(role, shown);
      assert.deepEqual(page.troubles, []);
      await page.context().close();
    });
  }
  await walk.test('closed doors', async () => {
    const all = new Set([...seen.values()].flat());
    for (const [role, shown] of seen) {
      const page = await openPage(house.browser);
      await signIn(page, state, role);
      for (const room of all) {
        if (shown.includes(room) || room === '/') continue;
        const answer = await page.goto(state.url + room);
        assert.ok([403, 404].includes(answer.status()), `${room} answers ${answer.status()} to ${role}`);
      }
      await page.context().close();
    }
  });
  await walk.test('a narrow window', async () => {
    const page = await openPage(house.browser, { width: 360, height: 740 });
    await signIn(page, state, 'case_officer');
    for (const room of await rooms(page)) {
      await page.goto(state.url + room);
      await plainDuties(page, await page.getAttribute('html', 'lang'));
    }
    await shot(page, 'narrow');
    await page.context().close();
  });
}
