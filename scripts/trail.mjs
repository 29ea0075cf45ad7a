// @ts-check
import path from 'node:path';

/**
 * Where the heads of the trail and the key that signs them are: as set, else in the private folder, which is for trying out.
 * @param {string} home
 */
export function trailSettings(home) {
  const { TRAIL_HEADS = path.join(home, 'trail'), TRAIL_KEY = path.join(home, 'trail/key.pem') } = process.env;
  return { TRAIL_HEADS, TRAIL_KEY };
}
