/**
 * Verifies the trail, as `npm run trail:verify` does where everything runs on one machine; ends with 1 when it is not whole.
 * OWNER_URL: address of the database, for a role that may become its owner. TRAIL_HEADS: folder of the heads. TRAIL_PUBLIC_KEY: the key that reads them.
 */
import { reportOf } from './report.js';

const { OWNER_URL: owner, TRAIL_HEADS: heads, TRAIL_PUBLIC_KEY: key } = process.env;
if (!owner || !heads || !key) {
  console.error('The trail cannot be verified: set OWNER_URL, TRAIL_HEADS and TRAIL_PUBLIC_KEY.');
  process.exit(1);
}
const { whole, says } = await reportOf({ owner, heads, key });
console.log(says);
process.exitCode = whole ? 0 : 1;
