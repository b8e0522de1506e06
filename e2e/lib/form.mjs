// Filling a form as a typist does: Tab from field to field, type, arrow keys and Space for choices, Enter to go on.

import assert from 'node:assert/strict';
import { tabTo } from './desk.mjs';

const FIELDS_MAX = 400;
/** Longer texts come in one stroke, as from a clipboard. */
const TYPED_CHARS_MAX = 60;

/** The value at a JSON Pointer, as a list of texts; nothing if the content has none there. */
function at(content, pointer) {
  let value = content;
  for (const step of pointer.split('/').slice(1)) value = value?.[step];
  if (value === undefined || value === null || typeof value === 'object' && !Array.isArray(value)) return undefined;
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

/** What is to be entered in a control named `name`: a list of texts, or nothing to leave it as it is. */
function wantedFrom(content, name) {
  if (!name.startsWith('/')) return undefined;
  const part = name.match(/^(.*)\/(year|month|day|unknown)$/);
  const whole = part && at(content, part[1]);
  if (!whole) return at(content, name);
  const [date] = whole;
  if (part[2] === 'unknown') return /^\d/.test(date) || date === '' ? [] : ['1'];
  if (!/^\d{4}/.test(date)) return [''];
  return [date.split('-')[['year', 'month', 'day'].indexOf(part[2])] ?? ''];
}

/** What has the focus, seen from inside the form: a field, the button that goes on, or something else. */
function focused(page, form, onward) {
  return page.evaluate(
    ([formSelector, onwardSelector]) => {
      const it = document.activeElement;
      if (!it || !it.closest(formSelector)) return { kind: 'outside' };
      if (it.matches(onwardSelector)) return { kind: 'onward' };
      if (!it.name || it.tagName === 'BUTTON' || it.tagName === 'SUMMARY') return { kind: 'other' };
      const type = it.tagName === 'SELECT' ? 'select' : it.type;
      const options = type === 'select' ? [...it.options].map((option) => option.value) : [];
      const group = type === 'radio' ? [...it.form.elements].filter((other) => other.name === it.name).map((other) => other.value) : [];
      return { kind: 'field', name: it.name, type, value: it.value, checked: Boolean(it.checked), options, group, required: it.required };
    },
    [form, onward],
  );
}

async function choose(page, field, wanted) {
  if (field.type === 'select') {
    if (!field.options.includes(wanted)) return;
    await page.keyboard.press('Home');
    for (let step = field.options.indexOf(wanted); step > 0; step -= 1) await page.keyboard.press('ArrowDown');
  } else {
    if (!field.group.includes(wanted)) return;
    if (!field.checked) await page.keyboard.press('Space');
    const steps = (field.group.indexOf(wanted) - field.group.indexOf(field.value) + field.group.length) % field.group.length;
    for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowDown');
  }
}

async function enter(page, field, texts) {
  if (field.type === 'file') {
    await page.locator(`input[type="file"][name="${field.name}"]`).setInputFiles(texts);
  } else if (field.type === 'checkbox') {
    if (texts.includes(field.value) !== field.checked) await page.keyboard.press('Space');
  } else if (field.type === 'radio' || field.type === 'select') {
    await choose(page, field, texts[0] ?? '');
  } else if (field.value !== texts.join(', ')) {
    const text = texts.join(', ');
    await page.keyboard.press('Control+a');
    if (text === '') await page.keyboard.press('Delete');
    else if (text.length > TYPED_CHARS_MAX) await page.keyboard.insertText(text);
    else await page.keyboard.type(text);
  }
}

/**
 * Goes through a form with Tab. `answer(field)` says what to enter, as a list of texts; nothing leaves it alone.
 * Ends with the focus on the button that goes on. Returns the names it has met.
 */
export async function fill(page, form, onward, answer) {
  const met = [];
  // As if the reader had clicked at the form's beginning: an address with an anchor would have Tab begin further down.
  await page.evaluate((selector) => {
    const first = document.querySelector(selector);
    first.tabIndex = -1;
    first.focus();
  }, form);
  for (let count = 0; count < FIELDS_MAX; count += 1) {
    await page.keyboard.press('Tab');
    const field = await focused(page, form, onward);
    if (field.kind === 'onward') return met;
    if (field.kind !== 'field') continue;
    met.push(field.name);
    const texts = answer(field);
    if (texts !== undefined) await enter(page, field, texts);
  }
  return assert.fail(`${onward} was not reached in ${form} on ${page.url()}`);
}

async function enterAndLoad(page) {
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

/** Fills one section of a draft from the content of a request, adds the entries it needs, and goes on. */
export async function fillSection(page, content) {
  const form = 'form[data-draft]';
  for (;;) {
    const add = page.locator(`${form} button[name="_add"]`);
    const list = (await add.count()) ? await add.getAttribute('value') : '';
    const wanted = list ? (list.split('/').slice(1).reduce((value, step) => value?.[step], content) ?? []).length : 0;
    if (!list || (await page.locator(`${form} fieldset.group`).count()) >= wanted) break;
    await tabTo(page, `${form} button[name="_add"]`);
    await enterAndLoad(page);
  }
  const met = await fill(page, form, 'button[name="_save"][value="next"]', (field) => wantedFrom(content, field.name));
  await enterAndLoad(page);
  return met;
}

/**
 * Does an act from the form that posts to a path ending in `end` (with a selector and a blank before it: the form within
 * that). `answers` maps names to texts (a date as
 * year-month-day), or to `true` for a box to tick; a required field without an answer gets the first choice or `otherwise`.
 * `shown` is called where the page shows what leaves.
 */
export async function act(page, end, answers = {}, otherwise = 'For the record of this journey.', shown = undefined) {
  const [place, path] = end.includes(' ') ? end.split(' ') : ['', end];
  const form = `${place} form[method="post"][action$="${path}"]`.trim();
  assert.ok(await page.locator(form).count(), `no form for ${end} on ${page.url()}`);
  const fold = page.locator(`${place} details:not([open]):has(form[method="post"][action$="${path}"]) > summary`);
  if (await fold.count()) {
    await fold.first().focus();
    await page.keyboard.press('Enter');
  }
  await fill(page, form, 'button:not([name="_add"]):not([name="_remove"])', (field) => {
    const part = field.name.match(/^(.*)\/(year|month|day)$/);
    const date = part && answers[part[1]];
    if (date) return [date.split('-')[['year', 'month', 'day'].indexOf(part[2])]];
    const given = answers[field.name];
    if (given !== undefined) return given === true ? [field.value] : [given].flat();
    if (!field.required) return undefined;
    if (field.type === 'radio') return field.checked ? undefined : [field.group[0]];
    if (field.type === 'select') return field.value ? undefined : [field.options.find((option) => option !== '')];
    if (field.type === 'checkbox') return [field.value];
    return field.value ? undefined : [otherwise];
  });
  await enterAndLoad(page);
  // What leaves the building is looked at once more.
  if (await page.locator('form.look').count()) {
    await shown?.(page);
    await tabTo(page, 'form.look button:not([name])');
    await enterAndLoad(page);
  }
  const wrong = await page.locator('.errors').allTextContents();
  assert.deepEqual(wrong, [], `${end} was not accepted on ${page.url()}`);
}
