import type { Page } from 'playwright-core';

/** What the contract of signing in needs of whoever signs people in. */
export type SignInProvider = {
  issuer: string;
  password: string;
  /** Types who she is on the page that is open; a provider may ask it in two steps. */
  fill(page: Page, username: string, password?: string): Promise<void>;
  /** Nobody comes in with this account any more, and its sessions end. */
  disable(username: string): Promise<void>;
  /** Signs with another key from now on. */
  rotate(): Promise<void>;
  /** Tokens of ann.maes, signed by a key of this provider, each with one thing that must shut the door; by what that is. */
  wrongTokens(good: string): Promise<{ [what: string]: string }>;
  stop(): Promise<void>;
};
