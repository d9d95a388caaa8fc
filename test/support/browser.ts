import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium as playwright } from 'playwright-core';

/**
 * Headless Chromium from the npm package, so that nothing but `npm ci` is needed. `chromium.args` hold `--no-sandbox`, without which
 * it does not start as root (containers, CI).
 */
export async function launchBrowser(): Promise<Browser> {
  return playwright.launch({ executablePath: await chromium.executablePath(), args: chromium.args, headless: true });
}

export type Scheme = 'light' | 'dark';
/** Widths that everything is looked at in: a desk and a phone. */
export const widths = { wide: 1200, phone: 390 } as const;

export interface Look {
  readonly width: keyof typeof widths;
  readonly scheme: Scheme;
  readonly javaScript?: boolean;
}

export const looks: readonly Look[] = [
  { width: 'wide', scheme: 'light' },
  { width: 'wide', scheme: 'dark' },
  { width: 'phone', scheme: 'light' },
  { width: 'phone', scheme: 'dark' },
];

export const openContext = (browser: Browser, { width, scheme, javaScript = true }: Look): Promise<BrowserContext> =>
  browser.newContext({
    viewport: { width: widths[width], height: 900 },
    colorScheme: scheme,
    javaScriptEnabled: javaScript,
    locale: 'en-IN',
  });
