// A fighter is recorded with association and prints, released downgraded to another State and to our own border post, met there,
// told of after the protection check, spoken about, corrected, recalled; every confirmation is seen. No JavaScript is needed for any of it.

import assert from 'node:assert/strict';
import { openPage, shot } from '../lib/browser.mjs';
import { axe, LANGUAGES, mirrored, plainDuties, signIn, speak } from '../lib/desk.mjs';

const LOOKS_MAX = 80;
const NAME = 'Ilyan Corvasse';
const WRONG = 'XB9912340';
const RIGHT = 'XB9912304';
const CANARY = 'limestone quarry';

/** Finger minutiae, ISO/IEC 19794-2:2005: a well-formed file and nobody's finger. */
function prints() {
  const behind = [0, 0, 0, 16, 0, 12, 0, 197, 0, 197, 1, 0, 2, 0, 77, 2, 0x40, 3, 0, 4, 90, 80, 0x80, 15, 0, 11, 10, 0, 0, 0];
  const head = Buffer.from('FMR\0 20\0', 'latin1');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length + 4 + behind.length);
  return Buffer.concat([head, length, Buffer.from(behind)]);
}

function day(months = 0) {
  const date = new Date();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date;
}

async function date(page, name, when) {
  await page.fill(`[name="${name}/day"]`, String(when.getUTCDate()));
  await page.fill(`[name="${name}/month"]`, String(when.getUTCMonth() + 1));
  await page.fill(`[name="${name}/year"]`, String(when.getUTCFullYear()));
}

async function go(page, selector) {
  await Promise.all([page.waitForEvent('load'), page.click(selector)]);
}

async function good(page) {
  assert.equal(await page.locator('.errors').count(), 0, await page.textContent('main'));
}

async function keep(page) {
  await good(page);
  await go(page, 'button[name="step"][value="keep"]');
  await good(page);
}

async function seat(house, state, role, options = {}) {
  const page = await openPage(house.browser, options);
  await signIn(page, state, role);
  await speak(page, 'en');
  return page;
}

/** Reads a page anew until it says so. */
async function until(page, url, says, what) {
  for (let look = 0; look < LOOKS_MAX; look += 1) {
    await page.goto(url);
    if (says(await page.textContent('main'))) return;
    await new Promise((done) => setTimeout(done, 500));
  }
  assert.fail(`${what}: ${await page.textContent('main')}`);
}

async function record(page, state) {
  await page.goto(`${state.url}/records/new`);
  await plainDuties(page, 'en');
  await axe(page);
  await page.selectOption('[name="subject"]', 'person');
  await page.selectOption('[name="category"]', 'suspect');
  await date(page, 'review_by', day(6));
  await page.fill('[name="codewords"]', 'GRANITE HARBOUR');
  await page.fill('[name="say/name"]', NAME);
  await page.fill('[name="say/birthDate"]', '1992-05-17');
  await page.fill('[name="say/passportNumber"]', WRONG);
  await page.selectOption('[name="say/action"]', 'inspect');
  await page.fill('[name="low/to"]', 'XA, XB');
  await page.fill('[name="say/statement"]', `Was seen at the ${CANARY} by somebody who worked there all summer.`);
  await page.fill('[name="grade"]', 'B2');
  await page.fill('[name="sources"]', 'KESTREL-7');
  // Without grounds and evidence it would be kept and lead nowhere; without a category it is not kept at all.
  await page.selectOption('[name="category"]', '');
  await page.check('[name="basis"][value="fact"]');
  await go(page, 'form[action="/records/new"] .button');
  assert.equal(await page.locator('.errors').count(), 1, 'a record of a person says what the person is');
  assert.equal(await page.inputValue('[name="say/name"]'), NAME, 'what was entered stays');
  await shot(page, 'sharing-new-wrong');
  await page.selectOption('[name="category"]', 'suspect');
  await page.selectOption('[name="nature"]', 'TRVL');
  await page.fill('[name="with"]', 'Grey Lantern');
  await page.fill('[name="grounds"]', 'Travelled in spring to join the group and was trained there.');
  await page.fill('[name="evidence"]', 'stamps of entry');
  await page.fill('[name="evidence_grade"]', 'A1');
  await go(page, 'form[action="/records/new"] .button');
  await good(page);
  assert.match(page.url(), /\/records\/[0-9a-f-]{36}/);
  return page.url().split('?')[0];
}

async function attach(page, url) {
  await page.goto(`${url}/attach`);
  await page.selectOption('[name="modality"]', 'fingerprint');
  await date(page, 'captured_on', day(-1));
  await page.selectOption('[name="captured_by"]', 'police');
  await page.selectOption('[name="purpose"]', 'investigation');
  await page.fill('[name="grade"]', 'A1');
  await page.check('[name="basis"][value="fact"]');
  await page.fill('[name="to"]', 'XA, XB');
  await page.setInputFiles('[name="file"]', { name: 'cut.fmr', mimeType: 'application/octet-stream', buffer: prints().subarray(0, 30) });
  await go(page, 'form[enctype] .button');
  assert.equal(await page.locator('.errors').count(), 1, `a file that is cut off is not kept: ${page.url()} ${await page.textContent('body')}`);
  await page.setInputFiles('[name="file"]', { name: 'prints.fmr', mimeType: 'application/octet-stream', buffer: prints() });
  await go(page, 'form[enctype] .button');
  await good(page);
  assert.match(await page.textContent('main'), /iso-19794-2/);
}

/** A group of one other State, signed; its members are ticked by one tick. */
async function group(page, state) {
  await page.goto(`${state.url}/records/groups`);
  await plainDuties(page, 'en');
  await page.fill('[name="name"]', 'Northern crossing');
  await page.check('[name="members"][value="XB"]');
  await go(page, 'form[action="/records/groups"] .button');
  await good(page);
  await axe(page);
  await shot(page, 'sharing-groups');
}

async function release(page, url) {
  await page.goto(`${url}/release`);
  await page.check('[name="to"][value="XA"]');
  await page.check('[name="groups"]');
  await page.selectOption('[name="purpose"]', 'screening');
  await page.selectOption('[name="clearance"]', 'OFFICIAL');
  await go(page, 'button[name="step"][value="look"]');
  await good(page);
  await plainDuties(page, 'en');
  await axe(page);
  await shot(page, 'sharing-workbench');
  assert.equal(await page.locator('form.sheet [name="basis"]').count(), 1, await page.textContent('main'));
  await page.fill('[name="basis"]', 'resolution 2322 (2016), paragraph 5');
  await page.fill('[name="reason"]', 'Expected at the northern crossing.');
  await go(page, 'button[name="step"][value="propose"]');
  await keep(page);
  return page.$$eval('a[href^="/releases/"]', (links) => links.map((link) => link.getAttribute('href')));
}

async function approve(house, state, url, hrefs) {
  const page = await seat(house, state, 'approver');
  // The record is somebody else's: why it is opened is asked, and then it is there.
  await page.goto(url);
  assert.match(page.url(), /\/why\?/);
  await plainDuties(page, 'en');
  await axe(page);
  await go(page, 'form[action$="/why"] .button');
  assert.equal(await page.locator('.errors').count(), 1, 'without a reason it is not opened');
  await shot(page, 'sharing-why');
  await page.selectOption('[name="occasion"]', 'second');
  await page.fill('[name="reference"]', 'Release of today');
  await go(page, 'form[action$="/why"] .button');
  assert.ok((await page.textContent('main')).includes(CANARY), 'the record is open');
  for (const href of hrefs) {
    await page.goto(`${state.url}${href}`);
    await axe(page);
    await shot(page, 'sharing-proposal');
    await go(page, 'form[action$="/approve"] .button');
    await good(page);
  }
  await page.context().close();
}

async function ask(page, state) {
  await page.goto(`${state.url}/border`);
  await page.fill('[name="q"]', NAME);
  await go(page, 'form[action="/border"] button');
  return (await page.textContent('main')).trim();
}

async function meet(page, state, place) {
  await page.click('details:has(form[action="/border/encounter"]) > summary');
  await page.fill('form[action="/border/encounter"] [name="place"]', place);
  await page.selectOption('form[action="/border/encounter"] [name="done"]', 'inspect');
  await go(page, 'form[action="/border/encounter"] .button');
  await good(page);
  await axe(page);
  await shot(page, 'sharing-reported');
}

async function decide(page, state, protection) {
  await page.goto(`${state.url}/encounters`);
  await axe(page);
  const href = await page.getAttribute('main a[href^="/encounters/"]', 'href');
  await page.goto(`${state.url}${href}`);
  await page.check('[name="met"][value="same"]');
  await page.check(`[name="protection"][value="${protection}"]`);
  await page.fill('[name="district"]', 'Northern district');
  await page.fill('[name="reason"]', 'Passport and prints compared.');
  await axe(page);
  await go(page, `form[action="${href}"] .button`);
  const text = await page.textContent('main');
  await axe(page);
  await shot(page, `sharing-decide-${protection}`);
  await keep(page);
  return text;
}

/** A person in the words of somebody who has no Comity, under a mark that nobody here knows. */
function bundle() {
  const person = {
    type: 'identity', spec_version: '2.1', id: 'identity--6f0f8d53-6f0b-4c66-9b5e-1d2c9b0f2399', created: '2026-01-01T00:00:00.000Z',
    modified: '2026-01-02T00:00:00.000Z', name: 'Marrek Oduya', identity_class: 'individual', x_shoe_size: '43',
    object_marking_refs: ['marking-definition--00000000-0000-4000-8000-00000000abcd'],
  };
  return Buffer.from(JSON.stringify({ type: 'bundle', id: 'bundle--6f0f8d53-6f0b-4c66-9b5e-1d2c9b0f2301', objects: [person] }));
}

async function intake(page, state) {
  await page.goto(`${state.url}/intake`);
  await page.selectOption('[name="format"]', 'stix');
  await page.fill('[name="sender"]', 'QUAY-CERT');
  await page.setInputFiles('[name="file"]', { name: 'cut.json', mimeType: 'application/json', buffer: bundle().subarray(0, 60) });
  await page.click('form[enctype] .button');
  await page.waitForSelector('.errors');
  assert.equal(await page.inputValue('[name="sender"]'), 'QUAY-CERT', 'what was entered stays');
  await page.setInputFiles('[name="file"]', { name: 'all.json', mimeType: 'application/json', buffer: bundle() });
  await page.click('form[enctype] .button');
  await page.waitForSelector('section[role=status]');
  await good(page);
  await plainDuties(page, 'en');
  await axe(page);
  await shot(page, 'sharing-intake');
  await go(page, 'a.row:has-text("Marrek Oduya")');
  const path = new URL(page.url()).pathname;
  await plainDuties(page, 'en');
  await axe(page);
  await shot(page, 'sharing-came');
  await page.selectOption('[name="category"]', 'suspect');
  await date(page, 'review_by', day(6));
  await page.selectOption('[name="light"]', 'AMBER');
  await page.fill('[name="grade"]', 'C3');
  await page.check('[name="basis"][value="assessment"]');
  await go(page, `form[action="${path}"] .button`);
  await good(page);
  assert.match(page.url(), /\/records\/[0-9a-f-]{36}/);
  return path;
}

export default async function sharing(walk, house) {
  const [xa, xb] = house.demo.states;
  const analyst = await seat(house, xa, 'analyst');
  let url = '';
  await walk.test('a fighter is recorded with association and prints', async () => {
    url = await record(analyst, xa);
    // An upload, and all the rest of it, without any script.
    const plain = await seat(house, xa, 'analyst', { script: false });
    await attach(plain, url);
    assert.deepEqual(plain.troubles, []);
    await plain.context().close();
    await analyst.goto(url);
    await plainDuties(analyst, 'en');
    await axe(analyst);
    await shot(analyst, 'sharing-record');
  });
  await walk.test('released downgraded to another State and to our own posts, by two persons', async () => {
    await group(analyst, xa);
    const hrefs = await release(analyst, url);
    assert.equal(hrefs.length, 2);
    await analyst.goto(`${xa.url}${hrefs[0]}`);
    assert.equal(await analyst.locator('form[action$="/approve"]').count(), 0, 'the author approves nothing');
    await analyst.click('details:has(form[action$="/urgent"]) > summary');
    await axe(analyst);
    await shot(analyst, 'sharing-alone');
    await approve(house, xa, url, hrefs);
    await until(analyst, `${url}/copies`, (text) => /Confirmed/.test(text) && !/To be confirmed/.test(text), 'the receipt');
    await axe(analyst);
    await shot(analyst, 'sharing-copies');
  });
  const border = await seat(house, xb, 'border_officer');
  const desk = await seat(house, xb, 'duty_officer');
  await walk.test('hit at the border of the other State: what to do and whom to call, never why', async () => {
    const text = await ask(border, xb);
    assert.ok(text.includes(NAME) && text.includes('Check openly'), text);
    for (const hidden of [CANARY, 'Grey Lantern', 'KESTREL', 'GRANITE']) assert.ok(!text.includes(hidden), hidden);
    await axe(border);
    await shot(border, 'sharing-border');
    await meet(border, xb, 'Bridge post 4');
  });
  await walk.test('of a protected person nothing leaves; of the subject a day and a district', async () => {
    const nothing = await decide(desk, xb, 'refugee');
    assert.match(nothing, /Nothing leaves/);
    const aside = await ask(border, xb);
    assert.match(aside, /No measure is taken on this card/);
    assert.ok(!aside.includes('Check openly') && !/refugee/i.test(aside), aside);
    await shot(border, 'sharing-border-aside');
    await meet(border, xb, 'Bridge post 5');
    const told = await decide(desk, xb, 'none');
    assert.ok(told.includes('Northern district') && !/owner will read[^]*Bridge post/.test(told), told);
    await until(analyst, url, (text) => text.includes('Northern district'), 'the owner is told');
    const seen = await analyst.textContent('section:has(#seen-title)');
    assert.equal(seen.match(/Northern district/g).length, 1, 'once, of two encounters');
  });
  await walk.test('feedback', async () => {
    await desk.goto(`${xb.url}/cards`);
    await desk.click(`a.row:has-text("${NAME}")`);
    await desk.waitForLoadState('load');
    await axe(desk);
    await shot(desk, 'sharing-card');
    await desk.locator('details:has(form[action$="/words"]) > summary').first().click();
    await desk.selectOption('form[action$="/words"] [name="kind"]', 'feedback');
    await desk.fill('form[action$="/words"] [name="text"]', 'The card helped.');
    await go(desk, 'form[action$="/words"] .button');
    await axe(desk);
    await shot(desk, 'sharing-word');
    await keep(desk);
    await until(analyst, `${url}/copies`, (text) => text.includes('The card helped.'), 'feedback at the owner');
  });
  await walk.test('a correction is there before the next question, and confirmed', async () => {
    await analyst.goto(url);
    const line = analyst.locator('ul.said > li', { hasText: WRONG });
    await line.locator('summary').click();
    await line.locator('[name="value"]').fill(RIGHT);
    await line.locator('[name="reason"]').fill('Two digits were transposed.');
    await Promise.all([analyst.waitForEvent('load'), line.locator('button[value="correct"]').click()]);
    await axe(analyst);
    await shot(analyst, 'sharing-correct');
    await keep(analyst);
    const card = desk.url().split('?')[0];
    await until(desk, card, (text) => text.includes(RIGHT) && !text.includes(WRONG), 'the corrected card');
    await until(analyst, `${url}/copies`, (text) => /version\W*2/.test(text) && !/To be confirmed/.test(text), 'its receipt');
    await go(analyst, 'a[href*="/export"]');
    await analyst.selectOption('[name="format"]', 'stix');
    await go(analyst, 'form[method="get"][action*="/export"] .button');
    await good(analyst);
    await plainDuties(analyst, 'en');
    await axe(analyst);
    await shot(analyst, 'sharing-export');
  });
  await walk.test('a recall ends it everywhere, and every holder has confirmed', async () => {
    await analyst.goto(`${url}/copies`);
    await analyst.fill('form[action$="/recall"] [name="reason"]', 'It was somebody else.');
    await go(analyst, 'form[action$="/recall"] .button');
    await axe(analyst);
    await shot(analyst, 'sharing-recall');
    await keep(analyst);
    await until(analyst, `${url}/copies`, (text) => /Recalled/.test(text) && !/To be confirmed/.test(text), 'the receipts');
    const text = await ask(border, xb);
    assert.ok(!text.includes(WRONG) && !text.includes(RIGHT), text);
    assert.equal((await desk.goto(desk.url())).status(), 404, 'the card is gone');
    await shot(analyst, 'sharing-recalled');
  });
  let came = '';
  await walk.test('a file of others is read, waits, and is taken into a record by a person', async () => {
    came = await intake(analyst, xa);
  });
  await walk.test('every page in every language, mirrored in Arabic, by a mouse or a keyboard', async () => {
    for (const language of LANGUAGES) {
      await speak(analyst, language);
      for (const path of ['/records', '/records/new', '/records/groups', '/records/oversight', '/intake', came]) {
        await analyst.goto(`${xa.url}${path}`);
        await plainDuties(analyst, language);
      }
      for (const path of ['', '/graph', '/release', '/copies', '/attach']) {
        await analyst.goto(`${url}${path}`);
        await plainDuties(analyst, language);
        await axe(analyst);
        if (language === 'ar') {
          await mirrored(analyst);
          await shot(analyst, `sharing-ar${path.replace('/', '-')}`);
        }
      }
    }
  });
  for (const page of [analyst, border, desk]) {
    // A card that is gone answers 404, and a file that was cut 422: the browser notes both.
    assert.deepEqual(page.troubles.filter((trouble) => !/404|422: .*\/intake$/.test(String(trouble))), []);
    await page.context().close();
  }
}
