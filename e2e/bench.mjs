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
// The people's listener answers an officer, or an address without a session, 20 times a second and 120 times at once.
const ASK_APART_MS = 55;
const ENVELOPES = 100;
const ENVELOPES_SECONDS_MAX = 120;
const TRIES_MAX = 5;

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
  await page.goto(`${state.url}/`);
  const link = (await page.content()).match(/\/requests\/[0-9a-f-]{36}/);
  if (link) shown.push(link[0]);
  if (!shown.includes('/requests/new')) shown.push('/requests/new');
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  await page.context().close();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (const room of shown) {
    const times = [];
    for (let count = 0; count < READS_PER_PAGE; count += 1) {
      const next = pause(ASK_APART_MS);
      times.push(await read(agent, state.url + room, cookie));
      await next;
    }
    times.sort((one, other) => one - other);
    const at = (share) => times[Math.ceil(times.length * share) - 1].toFixed(1);
    row(`page \`${room.replace(/[0-9a-f-]{36}/, '{id}')}\`, one reader`, `median ${at(0.5)} ms, 99th percentile ${at(0.99)} ms`, `${READS_PER_PAGE} reads, at least ${ASK_APART_MS} ms apart`);
  }
  agent.destroy();
}

// What calls have waited because they were told to.
let waitedSeconds = 0;

/** Calls the program interface; what is not 200 is an error. Told to wait, it waits, counts the seconds, asks again. */
async function call(state, token, method, path, body) {
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
  for (let attempt = 1; ; attempt += 1) {
    const answer = await fetch(`${state.url}/api/1${path}`, { method, headers, body: body && JSON.stringify(body) });
    const text = await answer.text();
    if (answer.ok) return JSON.parse(text);
    if (answer.status !== 429 || attempt === TRIES_MAX) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    const seconds = Number(answer.headers.get('retry-after')) || 1;
    waitedSeconds += seconds;
    await pause(seconds * 1000);
  }
}

async function open(state, role) {
  const { name, password } = state.people[role];
  return (await call(state, null, 'POST', '/session', { login: name, password })).token;
}

async function counted(state, name) {
  const text = await (await fetch(`${state.url}/metrics`)).text();
  const line = text.match(new RegExp(`^comity_${name}(?:_total)? (\\d+)`, 'm'));
  if (!line) throw new Error(`no ${name} in the metrics of ${state.url}`);
  return Number(line[1]);
}

/** Reports of progress on a case that lies at the other State: each is one act, one sealed envelope, one signed receipt. */
async function envelopes(from, to) {
  const [registry, officer] = [await open(from, 'registry_officer'), await open(from, 'case_officer')];
  const { rows } = await call(from, officer, 'GET', '/requests?side=incoming&stage=delivered');
  if (rows.length === 0) throw new Error(`no delivered case at ${from.url}`);
  let { id, version } = rows[0];
  const act = async (token, verb, what) => ({ version } = await call(from, token, 'POST', `/requests/${id}/acts/${verb}`, { version, ...what }));
  await act(registry, 'register', { reference: 'BENCH' });
  await act(officer, 'acknowledge', { reference: 'BENCH', officer_function: 'case officer' });
  await act(officer, 'accept', { reasons: 'The request is complete.', conditions: [] });
  await act(officer, 'begin-execution', {});
  await pause(2000);
  const before = await counted(to, 'envelopes_received');
  const earlier = waitedSeconds;
  const begun = performance.now();
  for (let n = 1; n <= ENVELOPES; n += 1) await act(officer, 'progress', { note: `Report ${n}.` });
  const waited = waitedSeconds - earlier;
  const told = (how) => (waited > 0 ? `; ${waited} s of waiting for the listener's limit ${how}` : '');
  const acted = (performance.now() - begun) / 1000 - waited;
  let there = 0;
  while (there < ENVELOPES && performance.now() - begun < ENVELOPES_SECONDS_MAX * 1000) {
    await pause(ASK_APART_MS);
    there = (await counted(to, 'envelopes_received')) - before;
  }
  const seconds = (performance.now() - begun) / 1000;
  row('acts on one case, one after another, through the program interface', `${(ENVELOPES / acted).toFixed(1)} a second`, `${ENVELOPES} reports of progress${told('left out')}`);
  row('envelopes sealed, sent, kept and receipted between the two nodes', `${(there / seconds).toFixed(1)} a second`, `${there} of the same, until the last is on the other disk, asked every ${ASK_APART_MS} ms${told('in it')}`);
}

const demo = await startDemo(process.argv[2]);
try {
  row('restart of two nodes until both answer', `${(demo.readyMs / 1000).toFixed(2)} s`, 'one start, asked every 50 ms');
  await pause(IDLE_SECONDS * 1000);
  row('resident memory, two idle nodes in one process', `${residentMiB(demo.pid).toFixed(1)} MiB`, `VmRSS after ${IDLE_SECONDS} s`);
  const browser = await openBrowser();
  await pages(browser, demo.states[0]).finally(() => browser.close());
  await envelopes(demo.states[1], demo.states[0]);
} finally {
  await demo.stop();
}
