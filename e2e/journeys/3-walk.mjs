// The walk by keyboard: a request is drafted, handed in, approved by a second person, sent; registered, acknowledged,
// questioned, answered, accepted and executed by the other State; evidence comes back and is verified. Both sides see
// the same clocks. The content is the model's own reference request.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openPage, shot } from '../lib/browser.mjs';
import { axe, plainDuties, signIn, speak, tabTo } from '../lib/desk.mjs';
import { act, fillSection } from '../lib/form.mjs';

const CONTENT = JSON.parse(readFileSync(new URL('../../templates/mla/example.json', import.meta.url), 'utf8'));
const DELIVERY_SECONDS_MAX = 60;
/** An answer can open questions, and an answer to these some more. */
const TURNS_MAX = 4;
const REASON = 'Weighed by the author; it is right as it stands.';

/** The civil date so many days from now, as a person would write it. */
function day(ahead) {
  return new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
}

/** One page for each person, signed in once. */
function staff(house, script) {
  const open = new Map();
  const at = async (state, role) => {
    const key = `${state.url} ${role}`;
    if (!open.has(key)) {
      const page = await openPage(house.browser, { script });
      await signIn(page, state, role);
      await speak(page, 'en');
      open.set(key, page);
    }
    return open.get(key);
  };
  const close = async () => {
    for (const page of open.values()) {
      if (script) assert.deepEqual(page.troubles, []);
      await page.context().close();
    }
  };
  return { at, close };
}

/** Looks at a page as a tester: words, layout, axe, and a picture. */
async function look(page, name, script) {
  await plainDuties(page, 'en');
  if (script) await axe(page);
  await shot(page, `walk-${name}${script ? '' : '-no-script'}`);
}

/** Reloads a page until it shows what is waited for: deliveries take a moment. */
async function until(page, url, selector) {
  const end = Date.now() + DELIVERY_SECONDS_MAX * 1000;
  for (;;) {
    await page.goto(url);
    if (await page.locator(selector).count()) return;
    if (Date.now() > end) assert.fail(`${selector} did not appear on ${url} within ${DELIVERY_SECONDS_MAX} s`);
    await pause(500);
  }
}

/** The request's page of one State, found by its number in the worklist. */
async function find(page, state, number) {
  const row = `a.row:has-text("${number}")`;
  await until(page, `${state.url}/`, row);
  await tabTo(page, `a.row[href="${await page.locator(row).first().getAttribute('href')}"]`);
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  return page.url();
}

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

/** Writes the draft section by section; a section whose answers open new questions is done again. */
async function draft(page, state, script) {
  await page.goto(`${state.url}/requests/new`);
  await look(page, 'new', script);
  await act(page, '/requests/new', { authority: CONTENT.requested.authority, template: 'mla', lang: 'en', urgency: 'normal' });
  const request = page.url().match(/^(.*\/requests\/[^/]+)\/draft/)?.[1];
  assert.ok(request, `a draft begins: ${page.url()}`);
  const sections = await page.$$eval('form[data-draft], aside ol.steps a', (all) => [...new Set(all.map((one) => one.getAttribute('href') ?? one.getAttribute('action')))]);
  assert.ok(sections.length > 5, `sections: ${sections}`);
  if (script) await keptWhileWriting(page);
  for (const section of sections) {
    const met = new Set();
    for (let turn = 0; turn < TURNS_MAX; turn += 1) {
      await page.goto(new URL(section, request).href);
      const names = await page.$$eval('form[data-draft] [name^="/"]', (all) => all.map((one) => one.name));
      if (turn > 0 && names.every((name) => met.has(name))) break;
      for (const name of await fillSection(page, CONTENT)) met.add(name);
    }
  }
  await page.goto(new URL(sections.find((section) => section.endsWith('/persons')) ?? sections[0], request).href);
  await look(page, 'draft', script);
  return request;
}

/** Steps that need one another: the first that fails ends the walk. */
function stepsOf(walk) {
  return async (name, work) => {
    let trouble;
    await walk.test(name, () => work().catch((error) => {
      trouble = error;
      throw error;
    }));
    if (trouble) throw new Error(`the walk ended at: ${name}`);
  };
}

export async function wholeWalk(walk, house, script) {
  const step = stepsOf(walk);
  const [a, b] = house.demo.states;
  const { at, close } = staff(house, script);
  const folder = mkdtempSync(join(tmpdir(), 'comity-evidence-'));
  const file = join(folder, 'account-records.pdf');
  writeFileSync(file, '%PDF-1.7 records of account 4410-7782-09, invented\n'.repeat(2000));
  let ours, theirs, number;
  try {
    await step('a draft, as its author', async () => {
      const page = await at(a, 'case_officer');
      ours = await draft(page, a, script);
      await page.goto(`${ours}/check`);
      await look(page, 'check', script);
      assert.equal(await page.locator('.finding.block').count(), 0, (await page.locator('.finding.block').allTextContents()).join('\n'));
      const reasons = await page.$$eval('form[action$="/submit"] .finding textarea, form[action$="/submit"] .finding input', (all) => all.map((one) => one.name));
      await act(page, '/submit', Object.fromEntries(reasons.map((name) => [name, REASON])), REASON);
      await page.goto(ours);
      number = (await page.textContent('main .over')).trim();
      assert.match(number, /^XA-/);
    });
    await step('the author cannot approve', async () => {
      const page = await at(a, 'case_officer');
      await page.goto(`${ours}/review`);
      assert.equal(await page.locator('form[action$="/approve"]').count(), 0);
    });
    await step('a second person approves', async () => {
      const page = await at(a, 'approver');
      await page.goto(`${ours}/review`);
      await look(page, 'review', script);
      await act(page, '/approve');
    });
    await step('it is sent', async () => {
      const page = await at(a, 'case_officer');
      await page.goto(`${ours}/send`);
      await look(page, 'send', script);
      await act(page, '/send', { confirm: true });
    });
    await step('the other side registers and acknowledges', async () => {
      const registry = await at(b, 'registry_officer');
      theirs = await find(registry, b, number);
      await act(registry, '/register');
      const officer = await at(b, 'case_officer');
      await officer.goto(theirs);
      await act(officer, '/acknowledge', { reference: 'B-2026-77', next_date: day(14) });
      await until(await at(a, 'case_officer'), ours, 'main:has-text("B-2026-77")');
    });
    await step('a question and its answer', async () => {
      const officer = await at(b, 'case_officer');
      await officer.goto(theirs);
      await act(officer, '/ask', { 'text/0': 'Which day suits the witness?', answer_by: day(10) });
      const author = await at(a, 'case_officer');
      await until(author, ours, 'form[action$="/answer"]');
      await look(author, 'asked', script);
      await act(author, '/answer', { 'said/0': 'Any Tuesday from nine o\'clock UTC.' });
    });
    await step('accepted and executed', async () => {
      const officer = await at(b, 'case_officer');
      await until(officer, theirs, 'form[action$="/accept"]');
      await act(officer, '/accept', { reasons: 'The convention that is cited applies; nothing stands against it.' });
      await officer.goto(theirs);
      await act(officer, '/begin');
      await officer.goto(`${theirs}/evidence/new`);
      await look(officer, 'attach', script);
      await act(officer, '/evidence/new', { file, collected_on: day(0), certificate: 'True copies of the records of the bank.' });
      await officer.goto(theirs);
      await act(officer, '/execute', { what: 'The records were produced by the bank.', on: day(0), law: 'Code of Criminal Procedure, article 12' });
    });
    await step('the evidence is given back', async () => {
      const officer = await at(b, 'case_officer');
      await officer.goto(theirs);
      await look(officer, 'theirs', script);
      await act(officer, '/give-back', { certificate: 'I certify that these are true copies of the records of the bank.' });
    });
    await step('the evidence proves itself', async () => {
      const author = await at(a, 'case_officer');
      await until(author, ours, 'form[action$="/open"]');
      await act(author, '/open');
      await author.goto(ours);
      await look(author, 'ours', script);
      await tabTo(author, 'main a[href*="/evidence/"]');
      await Promise.all([author.waitForEvent('load'), author.keyboard.press('Enter')]);
      assert.equal(await author.locator('.light.bad').count(), 0, await author.textContent('main'));
      assert.ok((await author.locator('.chain li').count()) >= 3, 'collected, sent, received at least');
      await look(author, 'evidence', script);
    });
    await step('one clock on both sides', async () => {
      const dues = (page) => page.$$eval('[data-live="clocks"] .clock [datetime]', (all) => all.map((one) => one.getAttribute('datetime')));
      const [author, officer] = [await at(a, 'case_officer'), await at(b, 'case_officer')];
      await author.goto(ours);
      await officer.goto(theirs);
      // Each page shows its own side first.
      assert.deepEqual((await dues(author)).sort(), (await dues(officer)).sort());
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  await close();
}

export default (walk, house) => wholeWalk(walk, house, true);
