// A border post: four answers, in word and shape; what cannot be read is never "no record".

import assert from 'node:assert/strict';
import { openPage, shot } from '../lib/browser.mjs';
import { axe, plainDuties, press, signIn, speak, tabTo } from '../lib/desk.mjs';

const ANSWERS = ['no-record', 'check', 'stop', 'cannot-say'];

/** Asks by keyboard; the answer's kind, its word and what is said below it. */
async function ask(page, state, text, born = '') {
  await page.goto(`${state.url}/border`);
  await tabTo(page, '[name="q"]');
  await page.keyboard.insertText(text);
  if (born) {
    await tabTo(page, '[name="birth"]');
    await page.keyboard.type(born);
  }
  await press(page, 'form[action="/border"] button');
  const kinds = (await page.getAttribute('#answer', 'class')).split(/\s+/);
  const kind = ANSWERS.find((answer) => kinds.includes(answer));
  assert.ok(kind, `one of four answers: ${kinds}`);
  return { kind, word: (await page.textContent('#answer h1')).trim(), text: (await page.textContent('main')).trim() };
}

export default async function border(walk, house) {
  const state = house.demo.states[0];
  const page = await openPage(house.browser);
  await signIn(page, state, 'border_officer');
  await speak(page, 'en');
  await walk.test('nobody we know of', async () => {
    const answer = await ask(page, state, 'Quillfeather, Zebedee');
    assert.equal(answer.kind, 'no-record');
    assert.ok(!/\bcleared\b/i.test(answer.text), 'never "cleared"');
    await plainDuties(page, 'en');
    await axe(page);
    await shot(page, 'border-no-record');
  });
  await walk.test('a listed person, with the birth date of the list', async () => {
    const answer = await ask(page, state, 'Tarek Zoheir el-Garmadi', '1971-04-09');
    assert.equal(answer.kind, 'stop');
    assert.ok((await page.locator('article.card').count()) >= 1, 'what matched');
    assert.ok((await page.locator('article.card ul.parts li').count()) >= 2, 'why it matched');
    await plainDuties(page, 'en');
    await axe(page);
    await shot(page, 'border-stop');
  });
  await walk.test('a listed name in its own script, no date', async () => {
    const answer = await ask(page, state, 'صفية حنون البرقاوي');
    assert.equal(answer.kind, 'check');
    await plainDuties(page, 'en');
    await axe(page);
    await shot(page, 'border-check');
  });
  await walk.test('a document that cannot be read', async () => {
    const answer = await ask(page, state, 'P<XA?????<<<<<<<\nXA04');
    assert.equal(answer.kind, 'cannot-say');
    await axe(page);
    await shot(page, 'border-cannot-say');
  });
  await walk.test('the same in Arabic', async () => {
    await speak(page, 'ar');
    const answer = await ask(page, state, 'Quillfeather, Zebedee');
    assert.equal(answer.kind, 'no-record');
    assert.match(answer.word, /\p{Script=Arabic}/u);
    await plainDuties(page, 'ar');
    await axe(page);
    await shot(page, 'border-ar');
  });
  await walk.test('no case is shown here', async () => {
    await page.goto(`${state.url}/`);
    assert.ok(!new URL(page.url()).pathname.match(/^\/$/), 'a border officer has no worklist');
    const answer = await page.goto(`${state.url}/requests/new`);
    assert.ok([403, 404].includes(answer.status()), `${answer.status()}`);
  });
  assert.deepEqual(page.troubles, []);
  await page.context().close();
}
