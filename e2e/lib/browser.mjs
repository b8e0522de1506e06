// One Chromium for all journeys: Debian's, headless, with everything off that would call home.

import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const ARGUMENTS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

export const OUT = join(dirname(fileURLToPath(import.meta.url)), '..', 'out');

export async function openBrowser() {
  mkdirSync(OUT, { recursive: true });
  // launch() makes a new empty profile each time and removes it.
  return chromium.launch({ executablePath: process.env.COMITY_CHROMIUM ?? '/usr/bin/chromium', args: ARGUMENTS });
}

/**
 * A fresh person at a fresh machine. `page.troubles` collects what the browser's console calls an error: scripts that
 * fail, and what the content policy refused. A journey ends with `assert.deepEqual(page.troubles, [])`.
 */
export async function openPage(browser, { script = true, width = 1280, height = 900, locale = 'en-GB', dark = false } = {}) {
  const context = await browser.newContext({
    javaScriptEnabled: script,
    viewport: { width, height },
    locale,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.troubles = [];
  page.weight = weigh(page);
  page.on('pageerror', (error) => page.troubles.push(`script: ${error.message}`));
  page.on('response', (response) => {
    const document = response.request().resourceType() === 'document';
    if (!document && response.status() >= 400) page.troubles.push(`${response.status()}: ${response.url()}`);
  });
  page.on('console', (message) => {
    // A refused form answers 4xx, and Chromium reports the status as an error: that is an answer, not a trouble.
    const answer = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !answer) page.troubles.push(`console: ${message.text()}`);
  });
  return page;
}

/** The document shown now and how many files came with it: what a reader on a thin line waits for. */
function weigh(page) {
  const weight = { document: null, files: [] };
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) {
      weight.document = request;
      weight.files = [];
    }
    // The icon of the tab is the browser's own errand, once for all pages.
    const ofPage = ['document', 'stylesheet', 'script', 'image', 'font'].includes(request.resourceType()) && !request.url().endsWith('/mark.svg');
    if (ofPage) weight.files.push(request.url());
  });
  return weight;
}

export async function shot(page, name, { whole = true } = {}) {
  await page.screenshot({ path: join(OUT, `${name}.png`), fullPage: whole });
}
