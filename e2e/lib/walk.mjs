// A case from draft to end between two States: who sits where, how a request is drafted and sent, how the other side is
// waited for, how a step of its track is taken. Journeys say what happens; this says how.

import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { openPage, shot } from './browser.mjs';
import { axe, mirrored, plainDuties, signIn, speak, tabTo } from './desk.mjs';
import { act, fillSection } from './form.mjs';

const DELIVERY_SECONDS_MAX = 60;
/** An answer can open questions, and an answer to these some more. */
const TURNS_MAX = 4;
const NARROW = { width: 360, height: 740 };
export const REASON = 'Weighed by the author; it is right as it stands.';

/** The civil date so many days from now, as a person would write it. */
export function day(ahead) {
  return new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
}

/** One page for each person, signed in once. */
export function staff(house, { script = true, language = 'en' } = {}) {
  const open = new Map();
  const at = async (state, role) => {
    const key = `${state.url} ${role}`;
    if (!open.has(key)) {
      const page = await openPage(house.browser, { script, locale: language });
      await signIn(page, state, role);
      await speak(page, language);
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

/** Looks at a page as a tester: words, layout, axe, and a picture; on a telephone too if `narrow`. */
export function looker(prefix, { script = true, language = 'en', narrow = false } = {}) {
  return async (page, name) => {
    const wide = page.viewportSize();
    for (const size of narrow ? [wide, NARROW] : [wide]) {
      await page.setViewportSize(size);
      await plainDuties(page, language);
      if (language === 'ar') await mirrored(page);
      if (script) await axe(page);
      await shot(page, `${prefix}-${name}${narrow ? `-${size.width}` : ''}${script ? '' : '-no-script'}`);
    }
    await page.setViewportSize(wide);
  };
}

/** Reloads a page until it shows what is waited for: deliveries take a moment. */
export async function until(page, url, selector) {
  const end = Date.now() + DELIVERY_SECONDS_MAX * 1000;
  for (;;) {
    await page.goto(url);
    if (await page.locator(selector).count()) return;
    if (Date.now() > end) assert.fail(`${selector} did not appear on ${url} within ${DELIVERY_SECONDS_MAX} s\n${await page.innerText('main')}`);
    await pause(500);
  }
}

/** The request's page of one State, found by its number in the worklist. */
export async function find(page, state, number) {
  const row = `a.row:has-text("${number}")`;
  await until(page, `${state.url}/`, row);
  await tabTo(page, `a.row[href="${await page.locator(row).first().getAttribute('href')}"]`);
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  return page.url();
}

/** Writes the draft section by section; a section whose answers open new questions is done again. */
export async function draft(page, state, { template, content, lang = 'en', look, first }) {
  await page.goto(`${state.url}/requests/new`);
  await look?.(page, 'new');
  await act(page, '/requests/new', { authority: content.requested.authority, template, lang, urgency: 'normal' });
  const request = page.url().match(/^(.*\/requests\/[^/]+)\/draft/)?.[1];
  assert.ok(request, `a draft begins: ${page.url()}`);
  await first?.(page);
  const done = new Set();
  for (;;) {
    // An answer can bring sections and take them away.
    await page.goto(`${request}/draft`);
    const sections = await page.$$eval('form[data-draft], aside ol.steps a', (all) => all.map((one) => one.getAttribute('href') ?? one.getAttribute('action')));
    assert.ok(sections.length > 5, `sections: ${sections}`);
    const section = sections.find((one) => !done.has(one));
    if (!section) break;
    done.add(section);
    const met = new Set();
    for (let turn = 0; turn < TURNS_MAX; turn += 1) {
      await page.goto(new URL(section, request).href);
      const names = await page.$$eval('form[data-draft] [name^="/"]', (all) => all.map((one) => one.name));
      if (turn > 0 && names.every((name) => met.has(name))) break;
      for (const name of await fillSection(page, content)) met.add(name);
    }
  }
  const shown = [...done].find((section) => section.endsWith('/persons')) ?? [...done][0];
  await page.goto(new URL(shown, request).href);
  await look?.(page, 'draft');
  return request;
}

/** Hands the draft in with a reason for each warning; nothing may block it. Returns its number. */
export async function handIn(page, request, look) {
  await page.goto(`${request}/check`);
  await look?.(page, 'check');
  assert.equal(await page.locator('.finding.block').count(), 0, (await page.locator('.finding.block').allTextContents()).join('\n'));
  const reasons = await page.$$eval('form[action$="/submit"] .finding textarea, form[action$="/submit"] .finding input', (all) => all.map((one) => one.name));
  await act(page, '/submit', Object.fromEntries(reasons.map((name) => [name, REASON])), REASON);
  await page.goto(request);
  const number = (await page.textContent('main .over')).replace(/[^\x20-\x7e]/g, '').trim();
  assert.match(number, /^X[A-Z]-/);
  return number;
}

/** Steps that need one another: the first that fails ends the walk. */
export function stepsOf(walk) {
  return async (name, work) => {
    let trouble;
    await walk.test(name, () => work().catch((error) => {
      trouble = error;
      throw error;
    }));
    if (trouble) throw new Error(`the walk ended at: ${name}`);
  };
}

/**
 * A request from its draft to the acknowledgement, each by whom it belongs to: drafted, handed in, approved by a second
 * person, sent; registered and acknowledged there. Returns its pages on both sides and its number.
 */
export async function open({ step, at, look }, [from, to], { template, content, lang, reference, first }) {
  const request = {};
  await step(`${template}: a draft`, async () => {
    const page = await at(from, 'case_officer');
    request.ours = await draft(page, from, { template, content, lang, look, first });
    request.number = await handIn(page, request.ours, look);
  });
  await step(`${template}: the author cannot approve`, async () => {
    const page = await at(from, 'case_officer');
    await page.goto(`${request.ours}/review`);
    assert.equal(await page.locator('form[action$="/approve"]').count(), 0);
  });
  await step(`${template}: a second person approves`, async () => {
    const page = await at(from, 'approver');
    await page.goto(`${request.ours}/review`);
    await look?.(page, 'review');
    await act(page, '/approve');
  });
  await step(`${template}: it is sent`, async () => {
    const page = await at(from, 'case_officer');
    await page.goto(`${request.ours}/send`);
    await look?.(page, 'send');
    await act(page, '/send', { confirm: true });
  });
  await step(`${template}: registered and acknowledged`, async () => {
    const registry = await at(to, 'registry_officer');
    request.theirs = await find(registry, to, request.number);
    await act(registry, '/register');
    const officer = await at(to, 'case_officer');
    await officer.goto(request.theirs);
    await act(officer, '/acknowledge', { reference, next_date: day(14) });
    await until(await at(from, 'case_officer'), request.ours, `main:has-text("${reference}")`);
  });
  return request;
}

/** Takes a step of the track on one side, as its form asks, having looked at what leaves; then the other side sees it. */
export async function take([page, address], [other, theirs], code, answers = {}, phase = undefined) {
  await page.goto(address);
  const before = await page.locator('.timeline li').count();
  await act(page, `/step/${code}`, answers);
  await page.goto(address);
  assert.ok((await page.locator('.timeline li').count()) > before, `${code} is on the timeline`);
  const told = await page.locator('.timeline li').first().locator('.timeline-what b').textContent();
  const events = `.timeline li:has-text(${JSON.stringify(told)})`;
  // A step can be taken again, or by the other side too: as many are told there as here.
  await until(other, theirs, `${events} >> nth=${(await page.locator(events).count()) - 1}`);
  if (phase) await stand([[page, address], [other, theirs]], phase);
}

/** The place on the track where both sides see the case. */
export async function stand(sides, phase) {
  for (const [page, address] of sides) {
    await page.goto(address);
    const here = await page.textContent('.places [aria-current] b');
    assert.equal(here.trim(), phase, address);
  }
}

/** The clocks' dates that a side shows, whichever it shows first. */
export async function dues(page) {
  const all = await page.$$eval('[data-live="clocks"] .clock [datetime]', (all) => all.map((one) => one.getAttribute('datetime')));
  return all.sort();
}

/** Ends the case on one side; the other sees it ended. */
export async function end([page, address], [other, theirs], note) {
  await page.goto(address);
  await act(page, '/close', { note });
  await closed([page, address], [other, theirs]);
}

/** Both sides see it closed. */
export async function closed(...sides) {
  for (const [page, address] of sides) {
    await until(page, address, '.strip .badge.done');
    await until(page, address, 'main:not(:has(form[action$="/close"]))');
  }
}
