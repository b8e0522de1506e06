// The door: the sign-in page in six languages, its headers, a wrong password, a right one by keyboard alone.

import assert from 'node:assert/strict';
import { openPage, shot } from '../lib/browser.mjs';
import { axe, LANGUAGES, plainDuties, signIn, speak, tabTo } from '../lib/desk.mjs';

export default async function door(walk, house) {
  for (const state of house.demo.states) {
    await walk.test(`headers of ${state.url}`, async () => {
      const answer = await fetch(`${state.url}/sign-in`);
      assert.equal(answer.status, 200);
      const policy = answer.headers.get('content-security-policy') ?? '';
      for (const part of ["default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"]) {
        assert.ok(policy.includes(part), `${part} in ${policy}`);
      }
      assert.ok(!policy.includes('unsafe'), policy);
      assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
      assert.equal(answer.headers.get('referrer-policy'), 'no-referrer');
      assert.equal(answer.headers.get('cache-control'), 'no-store');
    });
  }
  const state = house.demo.states[0];
  await walk.test('six languages', async () => {
    const page = await openPage(house.browser);
    await page.goto(`${state.url}/sign-in`);
    for (const language of LANGUAGES) {
      await speak(page, language);
      await plainDuties(page, language);
      await axe(page);
      await shot(page, `sign-in-${language}`);
    }
    assert.deepEqual(page.troubles, []);
    await page.context().close();
  });
  await walk.test('a wrong password is refused in words', async () => {
    const page = await openPage(house.browser);
    await page.goto(`${state.url}/sign-in`);
    await tabTo(page, 'input[autocomplete~="username"]');
    await page.keyboard.type('nobody');
    await tabTo(page, 'input[type="password"]');
    await page.keyboard.type('not the password');
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    assert.ok(page.url().includes('/sign-in'), page.url());
    assert.notEqual((await page.textContent('[role="alert"]'))?.trim() ?? '', '');
    await axe(page);
    await page.context().close();
  });
  await walk.test('by keyboard, in and out', async () => {
    const page = await openPage(house.browser);
    await signIn(page, state, 'case_officer');
    await plainDuties(page, await page.getAttribute('html', 'lang'));
    await tabTo(page, 'form[action="/sign-out"] button');
    await Promise.all([page.waitForURL(/sign-in/), page.keyboard.press('Enter')]);
    await page.goto(`${state.url}/`);
    assert.ok(page.url().includes('/sign-in'), 'signed out means out');
    assert.deepEqual(page.troubles, []);
    await page.context().close();
  });
}
