import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { ROOT } from '../support/environment';

/** Where the pictures of a run are left, to be looked at. */
const PICTURES = path.join(ROOT, '.tmp', 'pictures');

/** Debian's Chromium, or the one that `CHROMIUM_PATH` names. It resolves no name and asks for no update. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    ],
  });

/**
 * The addresses of all requests that want to leave `origin`, as they come in. None does: the browser resolves no name.
 * They are watched only; a browser whose requests are held up for it keeps no copies, and loads the whole admin anew
 * for each page.
 */
export const strangersOf = (context: BrowserContext, origin: string): string[] => {
  const strangers: string[] = [];
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && NETWORK.has(url.protocol)) strangers.push(url.href);
  });
  return strangers;
};

const NETWORK = new Set(['http:', 'https:', 'ws:', 'wss:']);

/**
 * All of a page, for which its window is made as tall as the page, or `height` where the page scrolls an inner part. The
 * browser could look beyond its window, but shows the page in a small one for a moment before: what stands in a wide
 * window only is gone by then, a dialog of the admin for good. Playwright's own pictures take twice as long, to make
 * the file a fifth smaller.
 */
export const takePicture = async (
  page: Page,
  name: string,
  { height }: { height?: number } = {}
): Promise<void> => {
  await mkdir(PICTURES, { recursive: true });
  const tools = await page.context().newCDPSession(page);
  const { cssContentSize, cssLayoutViewport } = await tools.send('Page.getLayoutMetrics');
  const { clientWidth: width, clientHeight } = cssLayoutViewport;
  const tall = Math.ceil(height ?? cssContentSize.height);
  if (tall > clientHeight) await page.setViewportSize({ width, height: tall });
  const { data } = await tools.send('Page.captureScreenshot', { optimizeForSpeed: true });
  if (tall > clientHeight) await page.setViewportSize({ width, height: clientHeight });
  await tools.detach();
  await writeFile(path.join(PICTURES, `${name}.png`), data, 'base64');
};

/** What axe finds fault with, one line per rule and element. */
export const barriersOf = async (page: Page): Promise<string[]> => {
  await page.evaluate(axeSource());
  const violations = await page.evaluate(async () => (await window.axe.run()).violations);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
};

let axe: string | undefined;

const axeSource = () => {
  axe ??= readFileSync(path.join(ROOT, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');
  return axe;
};

/** Whether anything has to be scrolled sideways. */
export const fitsWidth = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

declare global {
  interface Window {
    axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
  }
}
