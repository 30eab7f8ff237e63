import type { ConsoleMessage, Locator, Page, Request, Response } from 'playwright-core';

/** A page as a person finds their way on it. What it complains about fails its test. */
export interface WatchedPage {
  readonly page: Page;
  /** By role and name, as a person or a screen reader finds it. */
  button(name: string | RegExp): Locator;
  link(name: string | RegExp): Locator;
  heading(name: string | RegExp): Locator;
  /** Resolves when the screen of this title is there. */
  untilScreen(title: string): Promise<void>;
  /** Resolves when the text can be seen in `<main>`. */
  untilText(text: string | RegExp): Promise<void>;
  /** Through the rail, as a person goes. */
  goTo(address: string): Promise<void>;
  /** From here on these are no complaints: a test that ends the console knows what follows. */
  expect(...patterns: RegExp[]): void;
  /** Errors, breaches of the console's policy and requests that failed, but for what was expected. */
  readonly complaints: readonly string[];
}

/** The page has moved on, or is closed: nothing failed for who looks at it. */
const aborted = 'net::ERR_ABORTED';
const maxComplaints = 20;

export function watchPage(page: Page, expectedAtFirst: readonly RegExp[]): WatchedPage {
  const expected = [...expectedAtFirst];
  const complaints: string[] = [];
  const complain = (text: string): void => {
    if (!expected.some((pattern) => pattern.test(text)) && complaints.length < maxComplaints) complaints.push(text);
  };
  hearComplaints(page, complain);
  return {
    page,
    button: (name) => page.getByRole('button', { name, exact: true }),
    link: (name) => page.getByRole('link', { name }),
    heading: (name) => page.getByRole('heading', { name }),
    untilScreen: (title) => page.locator('main h1').getByText(title, { exact: true }).waitFor(),
    untilText: (text) => page.locator('main').getByText(text).first().waitFor(),
    async goTo(address) {
      await page.locator(`nav li a[href="${address}"]`).click();
      await page.locator('main h1').waitFor();
    },
    expect: (...patterns) => void expected.push(...patterns),
    complaints,
  };
}

function hearComplaints(page: Page, complain: (text: string) => void): void {
  page.on('console', (message: ConsoleMessage) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complain(`console: ${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error: Error) => complain(`error: ${error.stack ?? error.message}`));
  page.on('requestfailed', (request: Request) => {
    const why = request.failure()?.errorText ?? 'unknown';
    if (why !== aborted) complain(`request: ${request.url()}: ${why}`);
  });
  page.on('response', (response: Response) => {
    if (response.status() >= 400) complain(`answer: ${response.status()} ${response.url()}`);
  });
  page.on('dialog', (dialog) => {
    complain(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
}
