import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../bin/chromium.js';

const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A page and what it complained about since it was opened. */
export interface Watched {
  page: Page;
  /** Errors in the console and exceptions that nobody caught, of the page and its workers. */
  errors: string[];
  /** What a Content Security Policy refused, as the browser words it. */
  violations: string[];
}

/** The system's Chromium with a fresh profile. `args` are further flags. */
export const launch = (args: readonly string[] = []): Promise<Browser> =>
  chromium.launch({ executablePath: findChromium(), headless: true, args: [...flags, ...args] });

/**
 * A page of its own in a fresh context, watched. Act on it through clicks and keys: what
 * `page.evaluate` does bypasses a part of the page's policy. `options` are of the context: its locale.
 */
export async function watchedPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<Watched> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const errors: string[] = [];
  const violations: string[] = [];
  page.on('console', (message) => {
    const text = message.text();
    if (/Content Security Policy/.test(text)) violations.push(text);
    else if (message.type() === 'error') errors.push(text);
  });
  page.on('pageerror', (error) => errors.push(error.message));
  return { page, errors, violations };
}
