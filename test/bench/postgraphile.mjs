// @ts-check
/** PostGraphile on the same tables, in the same role and contexts: rows are kept back by the wall, nothing is masked and no trail is kept. Its folder: WOONBRUG_PEER. */
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { capacityAsked, entering, readerIn } from './identity.mjs';
import { OPTIONS } from './plans.mjs';

// Of types that it does not know it tells at length.
console.error = console.warn = console.log;
const { DATABASE_URL = '', PORT, WOONBRUG_PEER = '' } = process.env;
const from = createRequire(path.join(WOONBRUG_PEER, 'package.json'));
const theirs = (/** @type {string} */ name) => import(pathToFileURL(from.resolve(name)).href);
const [{ postgraphile }, { PostGraphileAmberPreset }, { makePgService }, { grafserv }, { jsonPgSmartTags }] = await Promise.all(
  ['postgraphile', 'postgraphile/presets/amber', 'postgraphile/adaptors/pg', 'postgraphile/grafserv/node', 'postgraphile/utils'].map(theirs),
);

const capacities = new pg.Pool({ connectionString: DATABASE_URL, max: 10, options: OPTIONS });
/** PostGraphile sets settings and can send no statement of ours: where it says in them who asks, on a connection of its own, the seal is sent instead, so that it enters as the portal does. */
class Entering extends pg.Client {
  /** @param {any} sql @param {any[]} rest @returns {any} */
  query(sql, ...rest) {
    const settings = sql?.text?.includes('set_config(el->>0') ? Object.fromEntries(JSON.parse(sql.values[0])) : {};
    const { [READER]: reader, [DURABLE]: durable } = settings;
    return super.query(reader ? entering(this, JSON.parse(reader), durable === 'on') : sql, ...rest);
  }
}
const [READER, DURABLE] = ['bench.reader', 'bench.durable'];
/** What no foreign key says: rows of a dossier that is a referral; and what the list is ordered by. */
const tags = jsonPgSmartTags({
  version: 1,
  config: {
    class: {
      timeline_entry: { tags: { foreignKey: '(dossier_id) references referral (id)|@foreignFieldName timeline' }, attribute: { at: { tags: { behavior: '+orderBy' } } } },
      party: { tags: { foreignKey: '(dossier_id) references referral (id)|@fieldName referral' }, attribute: { at: { tags: { behavior: '+orderBy' } }, kind: { tags: { behavior: '+filterBy' } }, former: { tags: { behavior: '+filterBy' } } } },
    },
  },
});
// Plans for everybody alike would keep its statements from the index of the list, whose condition it passes as a value.
const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: [tags],
  pgServices: [makePgService({ connectionString: DATABASE_URL, schemas: ['public'], pool: new pg.Pool({ Client: Entering, connectionString: DATABASE_URL, max: 10, options: '-c timezone=UTC -c jit=off' }) })],
  grafserv: { graphqlPath: '/graphql', graphiql: false, websockets: false, watch: false },
  grafast: { explain: false, context: async (/** @type {any} */ { node: { req } }, /** @type {any} */ { document }) => ({ pgSettings: await settingsOf(req.headers, isWrite(document)) }) },
});
const server = createServer();
await instance.createServ(grafserv).addTo(server);
server.listen(Number(PORT), '127.0.0.1', () => process.send?.('ready'));
process.on('disconnect', () => process.exit());

/** @param {import('graphql').DocumentNode} document */
function isWrite({ definitions }) {
  return definitions.some((each) => each.kind === 'OperationDefinition' && each.operation === 'mutation');
}

/** Who asks, for `Entering`. @param {import('node:http').IncomingHttpHeaders} headers @param {boolean} durable */
async function settingsOf(headers, durable) {
  const { rows: [row] } = await capacities.query({ .../** @type {any} */ (await capacityAsked(headers)), rowMode: 'array' });
  return { [READER]: JSON.stringify(readerIn(String(headers['x-capacity']), row)), [DURABLE]: durable ? 'on' : 'off' };
}
