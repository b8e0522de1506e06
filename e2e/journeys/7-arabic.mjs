// A day in Arabic, on a wide window and on a telephone: worklist, new request, draft, request, border check.
// Everything stands mirrored, nothing is cut off, and the words are Arabic.

import assert from 'node:assert/strict';
import { openPage, shot } from '../lib/browser.mjs';
import { axe, mirrored, plainDuties, signIn, speak, tabTo } from '../lib/desk.mjs';
import { act } from '../lib/form.mjs';

const WINDOWS = [[1280, 900], [360, 740]];

/** What every page owes a reader of Arabic. */
async function look(page, name, width) {
  await plainDuties(page, 'ar');
  await mirrored(page);
  assert.match(await page.textContent('main'), /\p{Script=Arabic}/u);
  await axe(page);
  await shot(page, `arabic-${name}-${width}`);
}

async function caseOfficer(page, state, width) {
  await page.goto(`${state.url}/`);
  await look(page, 'worklist', width);
  const cases = await page.$$eval('a.row', (all) => all.map((one) => one.getAttribute('href')));
  assert.ok(cases.length > 0, 'the demo has cases');
  for (const [place, address] of cases.slice(0, 3).entries()) {
    await page.goto(state.url + address);
    await look(page, `request-${place}`, width);
  }
  await page.goto(`${state.url}/requests/new`);
  await look(page, 'new', width);
  await act(page, '/requests/new', { authority: 'ca', template: 'mla', lang: 'ar', urgency: 'normal' });
  assert.match(page.url(), /\/draft/);
  const sections = await page.$$eval('aside ol.steps a', (all) => all.map((one) => one.getAttribute('href')));
  for (const section of ['persons', 'measures', 'facts'].map((end) => sections.find((address) => address.endsWith(end)))) {
    await page.goto(state.url + section);
    await look(page, `draft-${section.split('/').at(-1)}`, width);
  }
  await page.goto(page.url().replace(/\/draft.*$/, '/check'));
  await look(page, 'check', width);
}

async function borderOfficer(page, state, width) {
  await page.goto(`${state.url}/border`);
  await look(page, 'border', width);
  await tabTo(page, '[name="q"]');
  await page.keyboard.insertText('صفية حنون البرقاوي');
  await tabTo(page, 'form[action="/border"] button');
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  assert.match(await page.getAttribute('#answer', 'class'), /\bcheck\b/);
  await look(page, 'border-check', width);
}

export default async function arabic(walk, house) {
  const state = house.demo.states[0];
  for (const [width, height] of WINDOWS) {
    for (const [role, day] of [['case_officer', caseOfficer], ['border_officer', borderOfficer]]) {
      await walk.test(`${role}, ${width} px wide`, async () => {
        const page = await openPage(house.browser, { width, height, locale: 'ar' });
        await signIn(page, state, role);
        await speak(page, 'ar');
        await day(page, state, width);
        assert.deepEqual(page.troubles, []);
        await page.context().close();
      });
    }
  }
}
