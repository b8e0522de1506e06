// Browser journeys: `cargo xtask e2e`, or `COMITY_BIN=... node run.mjs [part of a journey's file name]`.
// Starts one demo and one browser for all journeys; each journey is a file in journeys/ with one exported function.

import { readdirSync } from 'node:fs';
import test, { after, before } from 'node:test';
import { openBrowser } from './lib/browser.mjs';
import { openDemo } from './lib/demo.mjs';

const wanted = process.argv[2] ?? '';
const house = { demo: null, browser: null };

before(async () => {
  house.demo = await openDemo();
  house.browser = await openBrowser();
}, { timeout: 180_000 });

after(async () => {
  await house.browser?.close();
  await house.demo?.stop();
}, { timeout: 60_000 });

const files = readdirSync(new URL('./journeys/', import.meta.url)).filter((name) => name.endsWith('.mjs') && name.includes(wanted));
for (const name of files.sort()) {
  const journey = await import(`./journeys/${name}`);
  test(name.replace('.mjs', ''), { timeout: 600_000 }, (walk) => journey.default(walk, house));
}
