import { may } from '#kernel';
import type { Page } from './words.js';

/** Enters own clients and what already runs from a file: who opens clients one by one and refers them, and nobody else (BR-W6). */
export const enters: Page = { Client: [may('import', 'OWNER')] };
