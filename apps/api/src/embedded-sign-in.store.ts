import { type Adapter, type AdapterPayload, errors } from 'oidc-provider';
import type { DataSource } from 'typeorm';

/** Keeps sessions and grants of the embedded sign-in in the database, so that a restart signs nobody out. */
export function signInStore(database: DataSource): (model: string) => Adapter {
  const one = async (where: string, values: unknown[]): Promise<AdapterPayload | undefined> => {
    const [row] = await database.query<{ payload: AdapterPayload }[]>(`select payload from sign_in where ${where} and (expires_at is null or expires_at > now())`, values);
    return row?.payload;
  };
  return (model) => ({
    async upsert(id, payload, expiresIn) {
      await database.query(
        `insert into sign_in (model, id, payload, grant_id, expires_at) values ($1, $2, $3, $4, now() + make_interval(secs => $5))
         on conflict (model, id) do update set payload = excluded.payload, grant_id = excluded.grant_id, expires_at = excluded.expires_at`,
        [model, id, payload, payload.grantId, expiresIn || null],
      );
    },
    find: (id) => one('model = $1 and id = $2', [model, id]),
    findByUid: (uid) => one(`model = $1 and payload->>'uid' = $2`, [model, uid]),
    findByUserCode: async () => undefined, // belongs to the device flow, which is off
    async destroy(id) {
      await database.query('delete from sign_in where model = $1 and id = $2', [model, id]);
    },
    async consume(id) {
      // The provider looked before: of two requests at the same moment only one may win.
      const won = await database.query<unknown[]>(
        `with used as (update sign_in set payload = jsonb_set(payload, '{consumed}', to_jsonb(extract(epoch from now())::int)) where model = $1 and id = $2 and not payload ? 'consumed' returning 1) select * from used`,
        [model, id],
      );
      if (!won.length) throw new errors.InvalidGrant(`${model} was used already`);
    },
    async revokeByGrantId(grantId) {
      // Somebody signed out, or an old refresh token came back: then it was stolen, or its successor was. All tabs share the
      // grant, and without their session nobody gets another one unasked.
      await database.query(`delete from sign_in where grant_id = $1 and model = $2 or model = 'Session' and payload->'authorizations'->'portal-web'->>'grantId' = $1`, [grantId, model]);
    },
  });
}

export async function removeExpired(database: DataSource): Promise<void> {
  await database.query('delete from sign_in where expires_at < now()');
}
