// Figures of a running demo, for docs/benchmarks.md: `cargo xtask bench`. Prints Markdown rows.
//   node bench.mjs FOLDER     a folder that `comity demo --script` left

import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { openBrowser, openPage } from './lib/browser.mjs';
import { startDemo } from './lib/demo.mjs';
import { rooms, signIn } from './lib/desk.mjs';

const IDLE_SECONDS = 10;
const READS_PER_PAGE = 300;

const row = (what, figure, how) => console.log(`| ${what} | ${figure} | ${how} |`);

function residentMiB(pid) {
  const line = readFileSync(`/proc/${pid}/status`, 'utf8').match(/^VmRSS:\s+(\d+) kB$/m);
  return Number(line[1]) / 1024;
}

function read(agent, url, cookie) {
  const begun = performance.now();
  return new Promise((done, fail) => {
    get(url, { agent, headers: { cookie, accept: 'text/html' } }, (answer) => {
      if (answer.statusCode !== 200) fail(new Error(`${url} answered ${answer.statusCode}`));
      answer.resume().on('end', () => done(performance.now() - begun));
    }).on('error', fail);
  });
}

async function pages(browser, state) {
  const page = await openPage(browser);
  await signIn(page, state, 'case_officer');
  const shown = await rooms(page);
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  await page.context().close();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (const room of shown) {
    const times = [];
    for (let count = 0; count < READS_PER_PAGE; count += 1) times.push(await read(agent, state.url + room, cookie));
    times.sort((one, other) => one - other);
    const at = (share) => times[Math.ceil(times.length * share) - 1].toFixed(1);
    row(`page \`${room}\`, one reader`, `median ${at(0.5)} ms, 99th percentile ${at(0.99)} ms`, `${READS_PER_PAGE} reads`);
  }
  agent.destroy();
}

const demo = await startDemo(process.argv[2]);
try {
  row('restart of two nodes until both answer', `${(demo.readyMs / 1000).toFixed(2)} s`, 'one start');
  await pause(IDLE_SECONDS * 1000);
  row('resident memory, two idle nodes in one process', `${residentMiB(demo.pid).toFixed(0)} MiB`, `after ${IDLE_SECONDS} s`);
  const browser = await openBrowser();
  await pages(browser, demo.states[0]).finally(() => browser.close());
} finally {
  await demo.stop();
}
