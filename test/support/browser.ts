import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium as playwright } from 'playwright-core';

/**
 * Headless Chromium from the npm package, so that nothing but `npm ci` is needed. Without a sandbox, because that does not start as
 * root (containers, CI); the package's own arguments are for Lambda, run one process and switch web security off.
 */
export async function launchBrowser(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-dev-shm-usage', '--force-color-profile=srgb'];
  return playwright.launch({ executablePath: await chromium.executablePath(), args, headless: true });
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

/** What is not there after this long will not come. */
const patienceMs = 10_000;

export async function openContext(
  browser: Browser,
  { width, scheme, javaScript = true }: Look,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: widths[width], height: 900 },
    colorScheme: scheme,
    javaScriptEnabled: javaScript,
    locale: 'en-IN',
  });
  context.setDefaultTimeout(patienceMs);
  return context;
}
