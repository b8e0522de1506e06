// A border post: four answers, in word and shape; what cannot be read is never "no record".

import assert from 'node:assert/strict';
import { openPage, shot } from '../lib/browser.mjs';
import { axe, plainDuties, press, signIn, speak, tabTo } from '../lib/desk.mjs';

const ANSWERS = ['no-record', 'check', 'stop', 'cannot-say'];

/** Asks by keyboard; the answer's kind, its word and what is said below it. */
async function ask(page, state, text) {
  await page.goto(`${state.url}/border`);
  await tabTo(page, '[name="q"]');
  await page.keyboard.insertText(text);
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
