// Two States to walk through. Starts the built `comity demo` in a fresh folder, or uses one that runs already.
//
//   COMITY_BIN           the binary (cargo xtask sets it)
//   COMITY_DEMO_URLS     "http://127.0.0.1:PORT,http://127.0.0.1:PORT": use these and start nothing
//   COMITY_DEMO_PRINTED  with it: a file with what that demo printed, for its sign-ins
//
// What is read from the demo's output: a line with an address names a State's desk; a line below it with the code of a
// role names a sign-in: role, name, password.

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const START_SECONDS_MAX = 120;
const ROLES = [
  'case_officer', 'approver', 'registry_officer', 'judge', 'duty_officer', 'analyst', 'border_officer', 'auditor', 'administrator',
];

/** Reads addresses and sign-ins from what a demo printed. */
export function readPrinted(text) {
  const states = [];
  for (const line of text.split('\n')) {
    const address = line.match(/https?:\/\/(?:127\.0\.0\.1|localhost):\d+/);
    if (address && !states.some((state) => state.url === address[0])) {
      const code = line.match(/\bX[A-Z]\b/);
      states.push({ url: address[0], code: code ? code[0] : '', people: {} });
    }
    const words = line.trim().split(/\s+/);
    const place = words.findIndex((word) => ROLES.includes(word.replaceAll('-', '_')));
    const state = states.at(-1);
    if (state && place >= 0 && words.length >= place + 3) {
      const role = words[place].replaceAll('-', '_');
      state.people[role] ??= { name: words[place + 1], password: words[place + 2] };
    }
  }
  return states;
}

async function answers(url) {
  try {
    return (await fetch(`${url}/healthz`)).ok;
  } catch {
    return false;
  }
}

async function until(test, what) {
  const end = Date.now() + START_SECONDS_MAX * 1000;
  while (!(await test())) {
    if (Date.now() > end) throw new Error(`${what} within ${START_SECONDS_MAX} s`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** The two States, and how to stop what was started for them. */
export async function openDemo() {
  const given = process.env.COMITY_DEMO_URLS;
  if (given) {
    const printed = process.env.COMITY_DEMO_PRINTED;
    const states = printed ? readPrinted(readFileSync(printed, 'utf8')) : [];
    const urls = given.split(',').map((url) => url.trim().replace(/\/$/, ''));
    const found = urls.map((url) => states.find((state) => state.url === url) ?? { url, code: '', people: {} });
    return { states: found, stop: async () => {} };
  }
  const folder = mkdtempSync(join(tmpdir(), 'comity-e2e-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const { states, stop } = await startDemo(join(folder, 'demo'), ['--fresh']);
    return { states, stop: () => stop().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Starts `comity demo` on a folder; `readyMs` is the time until both States answered. */
export async function startDemo(folder, more = []) {
  const binary = process.env.COMITY_BIN;
  if (!binary) throw new Error('set COMITY_BIN to the built comity, or run `cargo xtask e2e`');
  const begun = performance.now();
  const child = spawn(binary, ['demo', '--dir', folder, ...more], { stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  let log = '';
  let ended = false;
  child.stdout.setEncoding('utf8').on('data', (text) => (printed += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (log = (log + text).slice(-20_000)));
  const exit = new Promise((done) => child.once('close', (code) => ((ended = true), done(code))));
  const stop = async () => {
    if (!ended) child.kill('SIGINT');
    const late = new Promise((done) => setTimeout(() => done('late'), 60_000).unref());
    const code = await Promise.race([exit, late]);
    if (code === 'late') child.kill('SIGKILL');
    if (code !== 0) throw new Error(`the demo did not stop cleanly after Ctrl-C: ${code}\n${log}`);
  };
  let readyMs = 0;
  try {
    await until(async () => {
      if (ended) throw new Error('the demo ended before it was up');
      const states = readPrinted(printed);
      return states.length >= 2 && (await answers(states[0].url)) && (await answers(states[1].url));
    }, 'the demo prints two addresses that answer');
    readyMs = performance.now() - begun;
    // The sign-ins may follow the addresses.
    await until(() => readPrinted(printed).every((state) => state.people.case_officer), 'the demo prints its sign-ins');
  } catch (error) {
    await stop().catch(() => {});
    throw new Error(`${error.message}\n--- printed\n${printed}\n--- log\n${log}`);
  }
  return { states: readPrinted(printed), stop, pid: child.pid, readyMs };
}
