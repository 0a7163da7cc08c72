import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { strangersOf } from './browser';

export type Visit = { page: Page; strangers: string[]; status: number };

export const WITHOUT_SCRIPTS = { javaScriptEnabled: false } satisfies BrowserContextOptions;

export const WIDTHS = { wide: 1280, narrow: 360 };

type Window = Pick<Visit, 'page' | 'strangers'>;

/**
 * Opens pages and hands them over, one after the other in one window for each set of options: to open a window takes
 * longer than most visits. Nothing but the window outlasts a visit.
 */
export const createVisit = (where: () => { browser: Browser; baseUrl: string }) => {
  const windows = new Map<string, Window>();

  const openWindow = async (options: BrowserContextOptions): Promise<Window> => {
    const { browser, baseUrl } = where();
    const context = await browser.newContext({ baseURL: baseUrl, ...options });
    return { strangers: strangersOf(context, baseUrl), page: await context.newPage() };
  };

  return async (
    path: string,
    look: (visit: Visit) => Promise<void>,
    options: BrowserContextOptions = {}
  ): Promise<void> => {
    const name = JSON.stringify(options);
    const { page, strangers } = windows.get(name) ?? (await openWindow(options));
    windows.set(name, { page, strangers });
    await page.context().clearCookies();
    strangers.length = 0;
    const response = await page.goto(path);
    await look({ page, strangers, status: response?.status() ?? 0 });
  };
};
