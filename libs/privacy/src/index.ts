export { book } from './book.js';
export { laws } from './laws.js';
