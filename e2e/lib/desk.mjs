// What people do at a desk: sign in, move by keyboard, read; and what we ask of every page.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.2 AA and what axe calls best practice. */
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const TAB_PRESSES_MAX = 300;
/** What a page may cost: compressed, as it goes over the line. */
const HTML_BYTES_MAX = 15_000;
const REQUESTS_MAX = 4;

export const LANGUAGES = ['ar', 'zh', 'en', 'fr', 'ru', 'es'];

/** Signs in with name and password, by keyboard alone. */
export async function signIn(page, state, role) {
  const person = state.people[role];
  assert.ok(person, `the demo printed no sign-in for ${role} at ${state.url}`);
  await page.goto(`${state.url}/sign-in`);
  await tabTo(page, 'input[autocomplete~="username"]');
  await page.keyboard.type(person.name);
  await tabTo(page, 'input[type="password"]');
  await page.keyboard.type(person.password);
  await Promise.all([page.waitForURL((url) => !url.pathname.startsWith('/sign-in')), page.keyboard.press('Enter')]);
  return person;
}

/** Presses Tab until what has the focus matches the selector; fails if it cannot be reached. */
export async function tabTo(page, selector) {
  const matches = () => page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
  for (let press = 0; press < TAB_PRESSES_MAX; press += 1) {
    if (await matches()) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`${selector} cannot be reached with Tab on ${page.url()}`);
}

/** Presses a button or follows a link by keyboard, and waits for the page it leads to. */
export async function press(page, selector) {
  await tabTo(page, selector);
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

/** What axe finds. Injected by the driver: the content policy would refuse a script tag. */
export async function axe(page, where = page.url()) {
  await page.evaluate(AXE);
  const found = await page.evaluate((tags) => globalThis.axe.run(document, { runOnly: tags, resultTypes: ['violations'] }), AXE_TAGS);
  const lines = found.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id} (${rule.impact}): ${node.target.join(' ')} in ${where}\n    ${node.failureSummary?.replaceAll('\n', ' ')}`),
  );
  assert.deepEqual(lines, [], lines.join('\n'));
}

/** What every page owes its reader, whatever it is about. */
export async function plainDuties(page, language) {
  const facts = await page.evaluate(() => ({
    language: document.documentElement.lang,
    direction: document.documentElement.dir,
    title: document.title,
    headings: document.querySelectorAll('h1').length,
    main: document.querySelectorAll('main').length,
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    untranslated: document.body.innerText.match(/\b(?:ui|refusal|finding|verb|stage|role)-[a-z0-9]+(?:-[a-z0-9]+)+\b/g) ?? [],
  }));
  const where = `${page.url()} in ${language}`;
  assert.equal(facts.language, language, where);
  assert.equal(facts.direction, language === 'ar' ? 'rtl' : 'ltr', where);
  assert.notEqual(facts.title.trim(), '', where);
  assert.equal(facts.headings, 1, `one h1: ${where}`);
  assert.equal(facts.main, 1, `one main: ${where}`);
  assert.ok(facts.wide <= 0, `wider than the window by ${facts.wide} px: ${where}`);
  assert.deepEqual(facts.untranslated, [], `keys instead of words: ${where}`);
  const { document, files } = page.weight;
  assert.ok(files.length <= REQUESTS_MAX, `${files.length} requests: ${files.join(' ')}`);
  const bytes = (await document.sizes()).responseBodySize;
  assert.ok(bytes <= HTML_BYTES_MAX, `${bytes} bytes of HTML over the line: ${where}`);
}

/** Changes the language as a person does: from the menu in the header. */
export async function speak(page, language) {
  if ((await page.getAttribute('html', 'lang')) === language) return;
  await page.click('details.menu > summary');
  await Promise.all([page.waitForEvent('load'), page.click(`details.menu button[lang="${language}"]`)]);
  assert.equal(await page.getAttribute('html', 'lang'), language);
}

/** In Arabic the page is a mirror image: its name and headings at the right, its menu at the left. */
export async function mirrored(page) {
  const centres = await page.evaluate(() => {
    const centre = (selector) => {
      const box = document.querySelector(selector)?.getBoundingClientRect();
      return box ? (box.left + box.right) / 2 : null;
    };
    return { first: centre('.head a, .head b'), last: centre('form[action="/sign-out"] button'), middle: innerWidth / 2, align: getComputedStyle(document.querySelector('h1')).direction };
  });
  assert.equal(centres.align, 'rtl', page.url());
  assert.ok(centres.first > centres.middle, `the State's name stands left on ${page.url()}`);
  if (centres.middle > 400) assert.ok(centres.last < centres.middle, `the menu stands right on ${page.url()}`);
}

/** The rooms this person's navigation shows. */
export async function rooms(page) {
  return page.$$eval('nav.tabs a', (links) => links.map((link) => link.getAttribute('href')));
}
