/**
 * Before the worker starts where the demo runs in containers: makes the key that TRAIL_KEY names, beside the database and without its owner's password.
 * DEMO=true: else it makes none, for then an operator has put one there.
 */
import { makeTrailKey } from './key.js';

const { DEMO, TRAIL_KEY } = process.env;
if (DEMO === 'true' && TRAIL_KEY) makeTrailKey(TRAIL_KEY);
