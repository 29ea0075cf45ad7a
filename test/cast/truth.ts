import pg from 'pg';
import { enter } from '../support/context.js';
import type { TestPortal } from '../support/portal.js';
import type { Person } from './cast.js';

/** What really stands in a portal's database, for a superuser whom no wall binds. */
export class Truth {
  private constructor(readonly connection: pg.Client) {}

  static async of(portal: Pick<TestPortal, 'ownerUrl'>): Promise<Truth> {
    const connection = new pg.Client({ connectionString: portal.ownerUrl, options: '-c timezone=UTC' });
    await connection.connect();
    return new Truth(connection);
  }

  async rows<Row extends object = Record<string, string>>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.connection.query<Row>(sql, values)).rows;
  }

  /** One statement in somebody's context, in a transaction of its own. */
  async as<Row extends object = Record<string, string>>(who: Parameters<typeof enter>[1], sql: string, values: unknown[] = []): Promise<Row[]> {
    await this.rows('begin');
    try {
      await enter(this.connection, who);
      const rows = await this.rows<Row>(sql, values);
      await this.rows('commit');
      return rows;
    } catch (error) {
      await this.rows('rollback');
      throw error;
    }
  }

  async partner(name: string): Promise<string> {
    return (await this.rows<{ id: string }>('select id from partner where name = $1', [name]))[0].id;
  }

  async person({ as, capacity }: Person): Promise<{ id: string; partnerId: string; name: string }> {
    const [found] = await this.rows<{ id: string; partnerId: string; name: string }>('select p.id, p.partner_id as "partnerId", p.name from person p join partner o on o.id = p.partner_id where p.username = $1 and o.name = $2', [as, capacity.partner]);
    return found;
  }

  close(): Promise<void> {
    return this.connection.end();
  }
}
