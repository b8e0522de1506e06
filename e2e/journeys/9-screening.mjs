// The screening desk: one name, a file, a hit that is decided, a subject that is watched; by keyboard, in every language, narrow, mirrored, without scripts.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPage, shot } from '../lib/browser.mjs';
import { axe, LANGUAGES, mirrored, plainDuties, press, signIn, speak, tabTo } from '../lib/desk.mjs';
import { act, fill } from '../lib/form.mjs';

const FILE_SECONDS_MAX = 60;
const LISTED = 'Tarek Zoheir el-Garmadi';
const ROWS = 'id,name,birth_date,shoe size\n1,Tarek Zoheir el-Garmadi,1971-04-09,44\n2,Zebedee Quillfeather,,41\n3,صفية حنون البرقاوي,,\n';

async function look(page, name, language = 'en') {
  await plainDuties(page, language);
  await axe(page);
  await shot(page, `screening-${name}`);
}

/** Fills the form of the page by keyboard and sends it; what is wrong is for the caller to look at. */
async function send(page, action, answers) {
  const form = `form[method="post"][action="${action}"].sheet`;
  await fill(page, form, 'button', (field) => {
    const part = field.name.match(/^(.*)\/(year|month|day)$/);
    const date = part && answers[part[1]];
    if (date) return [date.split('-')[['year', 'month', 'day'].indexOf(part[2])]];
    return answers[field.name] === undefined ? undefined : [answers[field.name]].flat();
  });
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

async function ask(page, state, answers) {
  await page.goto(`${state.url}/screening`);
  await send(page, '/screening', answers);
}

/** Follows the first link of a table by keyboard. */
async function openFirst(page, room) {
  const href = await page.getAttribute(`a.row[href^="${room}/"]`, 'href');
  await press(page, `a.row[href="${href}"]`);
  return href;
}

/** The answer of the page of a form that is asked again before it is kept. */
async function keep(page) {
  assert.equal(await page.locator('.errors').count(), 0, await page.textContent('main'));
  await press(page, 'button[name="step"][value="keep"]');
  assert.equal(await page.locator('.done-note').count(), 1, await page.textContent('main'));
}

async function checkOne(page, state) {
  await page.goto(`${state.url}/screening`);
  await look(page, 'ask');
  await press(page, 'form[action="/screening"] button');
  assert.equal(await page.locator('.errors').count(), 1, 'nothing was asked');
  await look(page, 'ask-empty');
  await ask(page, state, { name: LISTED, kind: 'Person', birth: 'in spring' });
  assert.equal(await page.inputValue('[name="name"]'), LISTED, 'what was entered stays');
  assert.equal(await page.inputValue('[name="kind"]'), 'Person');
  await ask(page, state, { name: LISTED, kind: 'Person', birth: '1971-04-09', sex: 'male' });
  assert.match(await page.getAttribute('#answer', 'class'), /\bstop\b/);
  assert.ok((await page.locator('table.beside tbody tr').count()) >= 4, 'part by part');
  await look(page, 'answer');
  await ask(page, state, { name: 'Zebedee Quillfeather' });
  assert.match(await page.getAttribute('#answer', 'class'), /\bno-record\b/);
  assert.ok(!/\bcleared\b/i.test(await page.textContent('main')), 'never "cleared"');
}

async function checkFile(page, state, folder) {
  const good = join(folder, 'names.csv');
  const bad = join(folder, 'bad.csv');
  writeFileSync(good, ROWS);
  writeFileSync(bad, 'name\nA\n"B\n');
  await page.goto(`${state.url}/screening/files`);
  await look(page, 'files-empty');
  await page.setInputFiles('[name="file"]', bad);
  await tabTo(page, '[name="case"]');
  await page.keyboard.type('XA-2026/117');
  await tabTo(page, 'form[action="/screening/files"] button');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.errors');
  // The refusal came to the script that shows how much is sent: an answer, not a trouble.
  assert.deepEqual(page.troubles.splice(0), [`422: ${state.url}/screening/files`]);
  assert.match(await page.textContent('.errors'), /Line .?3/);
  assert.equal(await page.inputValue('[name="case"]'), 'XA-2026/117', 'what was entered stays');
  await axe(page);
  await page.goto(`${state.url}/screening/files`);
  await page.setInputFiles('[name="file"]', good);
  await tabTo(page, '[name="case"]');
  await page.keyboard.type('XA-2026/117');
  await tabTo(page, 'form[action="/screening/files"] button');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/screening\/files\/.+/);
  await page.waitForSelector('a[download]', { timeout: FILE_SECONDS_MAX * 1000 });
  await look(page, 'file');
  assert.match(await page.textContent('main'), /shoe size/);
  const [taken] = await Promise.all([page.waitForEvent('download'), page.click('a[download]')]);
  const csv = readFileSync(await taken.path(), 'utf8');
  assert.equal(csv.trim().split('\n').length - 1 >= 3, true, csv);
  assert.ok(!csv.includes('Quillfeather'), 'a name of the file is not repeated');
  await page.goto(`${state.url}/screening/files`);
  await look(page, 'files');
}

async function decide(page, state) {
  await page.goto(`${state.url}/screening/hits`);
  await look(page, 'hits');
  // Other journeys asked first, and this officer after them: it is the officer's own question all the same.
  const hit = await openFirst(page, '/screening/hits');
  await look(page, 'hit');
  await send(page, hit, { verdict: 'not_this', reason: ' ' });
  assert.equal(await page.locator('.errors').count(), 1, 'a reason is wanted');
  assert.equal(await page.locator('[value="not_this"]:checked').count(), 1, 'what was chosen stays');
  await look(page, 'hit-wrong');
  await send(page, hit, { verdict: 'not_this', reason: 'Another face and another father.' });
  await look(page, 'hit-confirm');
  await press(page, 'button[name="step"][value="begin"]');
  assert.equal(await page.inputValue('[name="reason"]'), 'Another face and another father.');
  await send(page, hit, {});
  await keep(page);
  await page.goto(`${state.url}/screening/reviews`);
  await look(page, 'reviews');
  assert.match(await page.textContent('tbody'), /officer’s own/, 'a decision about one’s own question is marked');
  await openFirst(page, '/screening/reviews');
  await look(page, 'review');
  await keep(page);
  await page.goto(state.url + hit);
  assert.equal(await page.locator('[name="verdict"]').count(), 3, 'it waits again');
  await look(page, 'hit-back');
}

async function watch(page, state) {
  await page.goto(`${state.url}/screening/watches`);
  await look(page, 'watches-empty');
  await press(page, 'a[href="/screening/watches/new"]');
  await send(page, '/screening/watches', { name: LISTED, case: 'Operation', reason: 'Named in the request.' });
  assert.equal(await page.locator('.errors').count(), 1, 'a case is a number');
  assert.equal(await page.inputValue('[name="name"]'), LISTED, 'what was entered stays');
  await look(page, 'watch-wrong');
  const end = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  await send(page, '/screening/watches', { case: 'XA-2026/117', until: end });
  await look(page, 'watch-confirm');
  await keep(page);
  await look(page, 'watches');
  await openFirst(page, '/screening/watches');
  await look(page, 'watch');
  await keep(page);
  assert.equal(await page.locator('tbody').count(), 0, 'nobody is watched any more');
}

/** Every room once more, in a language and a window. */
async function everyRoom(page, state, language, width) {
  await speak(page, language);
  await page.goto(`${state.url}/screening/hits?show=all`);
  const hit = await page.getAttribute('a.row', 'href');
  await page.goto(`${state.url}/screening/reviews?show=all`);
  const review = await page.getAttribute('a.row', 'href');
  await page.goto(`${state.url}/screening/files`);
  const file = await page.getAttribute('a.row', 'href');
  await page.goto(`${state.url}/lists`);
  const changes = await page.getAttribute('a[href$="/changes"]', 'href');
  const rooms = [changes, '/screening', '/screening/files', file, '/screening/hits?show=all', hit, '/screening/reviews?show=all', review, '/screening/watches', '/screening/watches/new'];
  for (const [place, room] of rooms.entries()) {
    await page.goto(state.url + room);
    if (language === 'ar') await mirrored(page);
    await look(page, `${language}-${width}-${place}`, language);
  }
  await ask(page, state, { name: LISTED, birth: '1971-04-09' });
  await look(page, `${language}-${width}-answer`, language);
}

export default async function screening(walk, house) {
  const state = house.demo.states[0];
  const folder = mkdtempSync(join(tmpdir(), 'comity-screening-'));
  const page = await openPage(house.browser);
  await signIn(page, state, 'case_officer');
  await speak(page, 'en');
  await walk.test('one name', () => checkOne(page, state));
  await walk.test('a file', () => checkFile(page, state, folder));
  await walk.test('a hit is decided, and the decision taken back', () => decide(page, state));
  await walk.test('a subject is watched', () => watch(page, state));
  assert.deepEqual(page.troubles, []);
  await page.context().close();
  for (const language of LANGUAGES) {
    for (const [width, height] of language === 'ar' || language === 'en' ? [[1280, 900], [360, 740]] : [[360, 740]]) {
      await walk.test(`every room in ${language}, ${width} px wide`, async () => {
        const other = await openPage(house.browser, { width, height });
        await signIn(other, state, 'case_officer');
        await everyRoom(other, state, language, width);
        assert.deepEqual(other.troubles, []);
        await other.context().close();
      });
    }
  }
  await walk.test('without scripts', async () => {
    const plain = await openPage(house.browser, { script: false });
    await signIn(plain, state, 'case_officer');
    await speak(plain, 'en');
    await ask(plain, state, { name: LISTED });
    assert.match(await plain.getAttribute('#answer', 'class'), /\bcheck\b/);
    await plain.goto(`${state.url}/screening/files`);
    await plain.setInputFiles('[name="file"]', join(folder, 'names.csv'));
    await act(plain, '/screening/files', {});
    await plain.waitForSelector('a[download]', { timeout: FILE_SECONDS_MAX * 1000 });
    await plain.goto(`${state.url}/screening/hits`);
    const hit = await openFirst(plain, '/screening/hits');
    await send(plain, hit, { verdict: 'this', reason: 'The same passport.' });
    await keep(plain);
    await plain.context().close();
  });
  rmSync(folder, { recursive: true, force: true });
}
