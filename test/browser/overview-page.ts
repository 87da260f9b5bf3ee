import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

import { type WholeLedger } from '../support/index.js';

/** A rounded figure as a person sees it, and the exact one of its title. */
export interface Shown {
  readonly text: string;
  readonly title: string;
}

export interface OpenOptions {
  readonly query?: string;
  readonly key?: string;
  readonly context?: BrowserContextOptions;
}

/** The page in a browser window of its own; what goes wrong in it is kept. */
export class OverviewPage {
  readonly faults: string[] = [];

  private constructor(readonly page: Page) {
    page.on('pageerror', (error) => this.faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.faults.push(message.text());
    });
  }

  static async open(
    browser: Browser,
    ledger: WholeLedger,
    { query = '', key = ledger.adminKey, context = {} }: OpenOptions = {},
  ): Promise<OverviewPage> {
    const window = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...context });
    const overview = new OverviewPage(await window.newPage());
    await overview.page.goto(`${ledger.apiUrl}/${query}#key=${key}`);
    return overview;
  }

  /** Waits until every panel has its answer. */
  async settled(): Promise<this> {
    await this.page.locator('.plot .line-counted').waitFor({ state: 'attached' });
    await this.page.locator('[data-tile="turn"]').waitFor();
    await this.page.locator('[data-alert]').first().waitFor();
    return this;
  }

  /** The headline figure of a tile. */
  tile(key: string): Promise<Shown> {
    return this.shown(`[data-tile="${key}"] .tile-figure data`);
  }

  /** All figures inside of a part of the page, in reading order. */
  figures(selector: string): Promise<Shown[]> {
    return this.collect<Shown>(`${selector} data`, '{ text: one.innerText, title: one.title }');
  }

  reading(key: string): Promise<Shown> {
    return this.shown(`[data-reading="${key}"] data`);
  }

  /** An expression over each element (`one`) of a selector, worked out in the page. */
  collect<T>(selector: string, expression: string): Promise<T[]> {
    const all = `document.querySelectorAll(${JSON.stringify(selector)})`;
    return this.page.evaluate<T[]>(`Array.from(${all}, (one) => (${expression}))`);
  }

  /** The words of a part of the page; spaces that hold a line together are plain ones. */
  async text(selector: string): Promise<string> {
    return (await this.page.locator(selector).innerText()).replaceAll('\u00a0', ' ');
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  private async shown(selector: string): Promise<Shown> {
    const found = this.page.locator(selector);
    return {
      text: (await found.innerText()).replace(/\s+/g, ' '),
      title: (await found.getAttribute('title')) ?? '',
    };
  }
}

/** Whether the pictures of the README are made anew. */
export const isForReadme = process.env.UPDATE_SCREENSHOTS === '1';

/** Keeps a picture for people to look at; the README's only when asked for. */
export async function picture(page: Page, name: string, readmeName?: string): Promise<void> {
  mkdirSync('artifacts', { recursive: true });
  await page.screenshot({ path: join('artifacts', `${name}.png`), fullPage: true });
  if (readmeName === undefined || !isForReadme) return;
  mkdirSync(join('docs', 'images'), { recursive: true });
  await page.screenshot({ path: join('docs', 'images', readmeName), fullPage: true });
}
