// Four views of a case: the dry check, the translation with its certificate, what the defence may be shown, and a printed
// request that is scanned in again. In English and in Arabic, on a wide window and on a telephone.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { openPage, shot } from '../lib/browser.mjs';
import { axe, mirrored, plainDuties, signIn, speak } from '../lib/desk.mjs';
import { act } from '../lib/form.mjs';

const WINDOWS = [[1280, 900], [360, 740]];
const CONTENT = JSON.parse(readFileSync(new URL('../../templates/mla/example.json', import.meta.url), 'utf8'));

/** A program's session: what it may do stands in the role. */
async function program(state, role) {
  const { name, password } = state.people[role];
  const head = { 'content-type': 'application/json' };
  const opened = await fetch(`${state.url}/api/1/session`, { method: 'POST', headers: head, body: JSON.stringify({ login: name, password }) });
  assert.ok(opened.ok, `${opened.status}`);
  const { token } = await opened.json();
  return async (method, path, body) => {
    const answer = await fetch(state.url + path, { method, headers: { ...head, authorization: `Bearer ${token}` }, body: body && JSON.stringify(body) });
    assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${await answer.clone().text()}`);
    return answer.json();
  };
}

/** A draft in French, which the other State does not read, with a gap. */
async function draft(state) {
  const ask = await program(state, 'case_officer');
  const offences = CONTENT.offences.map((offence) => ({ ...offence, law_text: '' }));
  const content = { ...CONTENT, offences, languages: { original: 'fr', translations: [] } };
  const { id } = await ask('POST', '/api/1/requests', { template: 'mla', to: 'XB', to_authority: 'ca', lang: 'fr', urgency: 'normal', content });
  return { id, ask };
}

async function look(page, lang, name, width) {
  await plainDuties(page, lang);
  if (lang === 'ar') await mirrored(page);
  await axe(page);
  await shot(page, `views-${name}-${lang}-${width}`);
}

async function translated(page, state, id, lang, width) {
  await page.goto(`${state.url}/requests/${id}/dry-check`);
  await look(page, lang, 'dry', width);
  await page.goto(`${state.url}/requests/${id}/translation?lang=en`);
  const places = await page.$$eval('textarea[name^="to:"]', (all) => all.map((one) => one.name));
  assert.ok(places.length > 5, 'there are texts to translate');
  for (const place of places) {
    const original = await page.inputValue(`[name="${place.replace('to:', 'from:')}"]`);
    await page.fill(`[name="${place}"]`, `In English: ${original}`);
  }
  await Promise.all([page.waitForEvent('load'), page.click(`form[method="post"][action="/requests/${id}/translation"] button`)]);
  const certify = `/requests/${id}/translation/certify`;
  await act(page, certify, {
    translator: 'Nadia Okoro', competence: 'Sworn translator, register 114', sworn: 'yes', on: '2026-03-01', statement: 'True and complete.',
  });
  assert.equal(await page.locator('h2 .badge.done').count(), places.length, 'every text is certified');
  await page.fill('[name="from:/facts/act"]', 'A device was left on the lower deck.');
  await Promise.all([page.waitForEvent('load'), page.click(`form[method="post"][action="/requests/${id}/translation"] button`)]);
  assert.equal(await page.locator('h2 .badge.ended').count(), 1, 'the one that changed shows');
  await look(page, lang, 'translation', width);
  await page.goto(`${state.url}/requests/${id}/translation?lang=en&only=open`);
  await look(page, lang, 'changed', width);
}

async function defended(page, state, lang, width) {
  const ask = await program(state, 'case_officer');
  const { rows } = await ask('GET', '/api/1/requests?over=true&side=outgoing');
  const whole = await Promise.all(rows.map((row) => ask('GET', `/api/1/requests/${row.id}`)));
  const sent = whole.find((one) => one.evidence.length > 0) ?? whole.find((one) => one.content_sha256 && one.events.some((e) => e.verb === 'request.sent'));
  assert.ok(sent, 'the demo has a case that was sent');
  await page.goto(`${state.url}/requests/${sent.id}/defence`);
  await look(page, lang, 'defence', width);
  const { codes } = await ask('POST', `/api/1/requests/${sent.id}/package`, {});
  await page.goto(`${state.url}/paper`);
  await page.fill('[name="codes"]', codes.slice(1).join('\n'));
  await Promise.all([page.waitForEvent('load'), page.click('form[method="post"][action="/paper"] button')]);
  await look(page, lang, 'missing', width);
  await page.fill('[name="codes"]', codes.toReversed().join('\n'));
  await Promise.all([page.waitForEvent('load'), page.click('form[method="post"][action="/paper"] button')]);
  assert.match(await page.textContent('main'), new RegExp(sent.content_sha256));
  assert.equal(await page.locator('.note.grave').count(), 0, 'nothing was changed');
  await look(page, lang, 'scanned', width);
}

export default async function views(walk, house) {
  const state = house.demo.states[0];
  for (const lang of ['en', 'ar']) {
    for (const [width, height] of WINDOWS) {
      await walk.test(`${lang}, ${width} px wide`, async () => {
        const page = await openPage(house.browser, { width, height, locale: lang });
        await signIn(page, state, 'case_officer');
        await speak(page, lang);
        const { id } = await draft(state);
        await translated(page, state, id, lang, width);
        await defended(page, state, lang, width);
        assert.deepEqual(page.troubles, []);
        await page.context().close();
      });
    }
  }
}
