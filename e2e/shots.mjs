// Pictures of every room for a person to look at: `cargo xtask shots`. They land in out/; the case officer's desk also
// becomes ../docs/desk.png, the picture in the README.

import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser, openPage, OUT, shot } from './lib/browser.mjs';
import { openDemo } from './lib/demo.mjs';
import { LANGUAGES, rooms, signIn, speak } from './lib/desk.mjs';

const README_PICTURE = fileURLToPath(new URL('../docs/desk.png', import.meta.url));

async function everyRoom(browser, state) {
  for (const role of Object.keys(state.people)) {
    const page = await openPage(browser);
    await signIn(page, state, role);
    for (const room of await rooms(page)) {
      await page.goto(state.url + room);
      const name = `${role}-${room.replaceAll('/', '') || 'worklist'}`;
      await shot(page, name);
      console.log(`out/${name}.png`);
    }
    await page.context().close();
  }
}

async function everyLanguage(browser, state) {
  const page = await openPage(browser);
  await signIn(page, state, 'case_officer');
  for (const language of LANGUAGES) {
    await speak(page, language);
    await page.goto(`${state.url}/`);
    await shot(page, `desk-${language}`, { whole: false });
    console.log(`out/desk-${language}.png`);
  }
  await page.context().close();
}

const demo = await openDemo();
const browser = await openBrowser();
try {
  await everyLanguage(browser, demo.states[0]);
  await everyRoom(browser, demo.states[0]);
  copyFileSync(join(OUT, 'desk-en.png'), README_PICTURE);
  console.log('docs/desk.png');
} finally {
  await browser.close();
  await demo.stop();
}
