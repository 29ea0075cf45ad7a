import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { type Browser, chromium } from 'playwright-core';
import { Refusal } from '#kernel';

/** How many papers are printed at once; who comes later waits. */
const AT_ONCE = 2;

/** Prints our own papers as tagged PDF (PDF/UA), in a Chromium without scripts and without a network. */
@Injectable()
export class Printer implements OnApplicationShutdown {
  private readonly log = new Logger(Printer.name);
  private browser: Promise<Browser> | null = null;
  private printing = 0;
  private readonly waiting: (() => void)[] = [];

  /** @param program path of a Chromium; absent: this portal prints nothing */
  constructor(private readonly program: string | undefined) {}

  /** @throws Refusal UNAVAILABLE without a Chromium, or when it does not answer */
  async print(html: string): Promise<Buffer> {
    if (!this.program) throw new Refusal('UNAVAILABLE', 'Op deze installatie kunnen geen pdf-bestanden gemaakt worden. Vraag het aan uw beheerder.');
    if (this.printing >= AT_ONCE) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.printing += 1;
    try {
      return await this.pdf(html);
    } catch (error) {
      this.log.error((error as Error).name);
      throw new Refusal('UNAVAILABLE');
    } finally {
      this.printing -= 1;
      this.waiting.shift()?.();
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await (await this.browser?.catch(() => null))?.close();
  }

  private async pdf(html: string): Promise<Buffer> {
    const context = await (await this.open()).newContext({ javaScriptEnabled: false, offline: true, serviceWorkers: 'block', locale: 'nl-BE' });
    try {
      await context.route('**', (route) => route.abort());
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      await page.setContent(html, { waitUntil: 'load' });
      return await page.pdf({ format: 'A4', tagged: true, outline: true, printBackground: true, preferCSSPageSize: true });
    } finally {
      await context.close();
    }
  }

  private open(): Promise<Browser> {
    // Root may not use Chromium's sandbox (containers).
    this.browser ??= chromium.launch({ executablePath: this.program, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [], handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false });
    void this.browser.then(
      (browser) => browser.on('disconnected', () => (this.browser = null)),
      () => (this.browser = null),
    );
    return this.browser;
  }
}
