// People come, change and leave: a passkey instead of a password; an officer hired, given other rights, and shut out while
// signed in; and what stands before exchange with a State is stopped.

import assert from 'node:assert/strict';
import { openPage, shot } from '../lib/browser.mjs';
import { axe, plainDuties, press, signIn, speak, tabTo } from '../lib/desk.mjs';

const HIRED = { name: 'tolvane', password: 'a first password of hers' };

/** A browser with a security key that its owner touches at once. */
async function withPasskey(page) {
  const line = await page.context().newCDPSession(page);
  await line.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true };
  await line.send('WebAuthn.addVirtualAuthenticator', { options: { ...options, automaticPresenceSimulation: true } });
}

async function fill(page, name, text) {
  await tabTo(page, `[name="${name}"]`);
  await page.keyboard.type(text);
}

/** Opens the officer whose row has this text. */
async function openOfficer(page, text) {
  const href = await page.locator(`main tr:has-text("${text}") a`).getAttribute('href');
  await press(page, `main a[href="${href}"]`);
}

async function passkey(walk, house) {
  const state = house.demo.states[0];
  const page = await openPage(house.browser);
  await withPasskey(page);
  const person = await signIn(page, state, 'judge');
  await walk.test('a passkey is registered', async () => {
    await page.goto(`${state.url}/settings`);
    await press(page, 'form[data-passkey="register"] button');
    assert.ok((await page.textContent('[role="status"]')).trim() !== '', 'a notice says that it is done');
    await axe(page);
  });
  await walk.test('and opens the door without a password', async () => {
    await tabTo(page, 'form[action="/sign-out"] button');
    await Promise.all([page.waitForURL(/sign-in/), page.keyboard.press('Enter')]);
    await tabTo(page, '[name="passkey_login"]');
    await page.keyboard.type(person.name);
    await tabTo(page, 'form[data-passkey="sign-in"] button');
    await Promise.all([page.waitForURL((url) => !url.pathname.startsWith('/sign-in')), page.keyboard.press('Enter')]);
    assert.equal(await page.locator('form[action="/sign-out"]').count(), 1, 'signed in');
  });
  await walk.test('not under another name', async () => {
    await tabTo(page, 'form[action="/sign-out"] button');
    await Promise.all([page.waitForURL(/sign-in/), page.keyboard.press('Enter')]);
    await tabTo(page, '[name="passkey_login"]');
    await page.keyboard.type(state.people.administrator.name);
    await tabTo(page, 'form[data-passkey="sign-in"] button');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('form[data-passkey="sign-in"] [data-note]').textContent !== '');
    assert.ok(page.url().includes('/sign-in'), page.url());
  });
  await page.context().close();
}

async function staff(walk, house) {
  const state = house.demo.states[0];
  const page = await openPage(house.browser);
  await signIn(page, state, 'administrator');
  await speak(page, 'en');
  await walk.test('an officer is hired', async () => {
    await page.goto(`${state.url}/people/new`);
    await fill(page, 'name', 'Ilsa Tolvane');
    await fill(page, 'login', HIRED.name);
    await tabTo(page, '[name="roles"][value="case_officer"]');
    await page.keyboard.press('Space');
    await fill(page, 'password', HIRED.password);
    await press(page, 'form[action="/people"] button');
    const said = await page.textContent('main');
    assert.ok(said.includes('Ilsa Tolvane'), said);
    await axe(page);
    await shot(page, 'people');
  });
  const hers = await openPage(house.browser);
  await signIn(hers, { ...state, people: { hired: HIRED } }, 'hired');
  await walk.test('her rights are changed while she is signed in', async () => {
    await openOfficer(page, 'Ilsa Tolvane');
    await plainDuties(page, 'en');
    await axe(page);
    await shot(page, 'person');
    await tabTo(page, '[name="roles"][value="registry_officer"]');
    await page.keyboard.press('Space');
    await press(page, 'main form button');
    assert.ok(page.url().includes('/people'), page.url());
    await hers.goto(`${state.url}/lists`);
    assert.ok(!hers.url().includes('/sign-in'), 'still signed in');
    assert.equal(await hers.locator('a[href="/lists"]').count() > 0, true, 'the room of the lists is open to her now');
  });
  await walk.test('she leaves, and is out with the next click', async () => {
    await openOfficer(page, 'Ilsa Tolvane');
    await tabTo(page, '[name="door"][value="active"]');
    await page.keyboard.press('Space');
    await press(page, 'main form button');
    await hers.goto(`${state.url}/`);
    assert.ok(hers.url().includes('/sign-in'), hers.url());
    await hers.context().close();
  });
  await walk.test('nobody changes their own rights', async () => {
    await page.goto(`${state.url}/people`);
    await openOfficer(page, state.people.administrator.name);
    await press(page, 'main form button');
    assert.notEqual((await page.textContent('[role="alert"]')).trim(), '');
    await axe(page);
  });
  await walk.test('before exchange with a State is stopped', async () => {
    await page.goto(`${state.url}/peers`);
    await press(page, 'main a[href$="/suspend"]');
    await plainDuties(page, 'en');
    await axe(page);
    await shot(page, 'peers-suspend');
    await press(page, 'main form a[href="/peers"]');
    assert.ok(page.url().endsWith('/peers'), 'nothing was done');
  });
  assert.deepEqual(page.troubles, []);
  await page.context().close();
}

export default async function people(walk, house) {
  await passkey(walk, house);
  await staff(walk, house);
}
