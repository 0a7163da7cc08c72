import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { strangersOf } from './browser';

export type Visit = { page: Page; strangers: string[]; status: number };

export const WITHOUT_SCRIPTS = { javaScriptEnabled: false } satisfies BrowserContextOptions;

export const WIDTHS = { wide: 1280, narrow: 360 };

/** Opens pages in a browser of their own each, hands them over, and closes them again. */
export const createVisit =
  (where: () => { browser: Browser; baseUrl: string }) =>
  async (
    path: string,
    look: (visit: Visit) => Promise<void>,
    options: BrowserContextOptions = {}
  ): Promise<void> => {
    const { browser, baseUrl } = where();
    const context = await browser.newContext({ baseURL: baseUrl, ...options });
    try {
      const strangers = strangersOf(context, baseUrl);
      const page = await context.newPage();
      const response = await page.goto(path);
      await look({ page, strangers, status: response?.status() ?? 0 });
    } finally {
      await context.close();
    }
  };
