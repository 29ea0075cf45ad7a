import { Clock } from '#kernel';
import type { TestPortal } from '../support/portal.js';

/** Puts another clock into a portal; the one of the database goes on as it is. */
export function setClock({ app }: Pick<TestPortal, 'app'>, moment: string): void {
  app.get(Clock).now = () => new Date(moment);
}

/** Lets the clock of a portal go on as the world's does. */
export function freeClock({ app }: Pick<TestPortal, 'app'>): void {
  app.get(Clock).now = () => new Date();
}
