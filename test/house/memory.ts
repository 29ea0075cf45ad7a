import { subject } from '@casl/ability';
import { abilityOf, type Actor, type RecordShape, Regime, Role, type Selection, shapeOf } from '#kernel';
import { book } from '#privacy';
import { type Row, type Share, WALLED, type World } from './world.js';

export type Me = Pick<Actor, 'personId' | 'partnerId' | 'partnerKind' | 'regime' | 'role' | 'political'>;
type Ability = ReturnType<typeof abilityOf>;
export type Fact = { [field: string]: unknown } & { my: object };
export type Node = { [field: string]: unknown } & { id: string; withheld: { dataClass: string }[]; may: string[] };

const NOW = new Date().toISOString();
const later = (until: string): boolean => until === 'infinity' || until > NOW;

/** What a reader may see by CASL, from rows in memory and facts worked out here, without a line of SQL. */
export class Memory {
  readonly facts = new Map<string, Fact[]>();
  readonly raw = new Map<string, Row>();

  constructor(
    readonly world: World,
    readonly me: Me,
    readonly ability: Ability = abilityOf(book, me),
  ) {
    for (const record of WALLED()) this.facts.set(record.name, this.seated(record).filter((fact) => this.can('read', fact, record.classed ? undefined : 'id')));
  }

  can(action: string, fact: Fact, field?: string): boolean {
    return this.ability.can(action, fact as never, field);
  }

  private seated(record: RecordShape): Fact[] {
    const { world, me } = this;
    return world.rows[record.table].flatMap((row) => {
      const dossier = dossierOf(record, row);
      const seat = world.seats.find((each) => each.dossier_id === dossier && each.partner_id === me.partnerId && later(each.until));
      if (!seat) return [];
      const lending = (world.rows.share as Share[]).filter((share) => share.dossier_id === dossier && share.partner_id === me.partnerId && share.granted_by === row.partner_id && !share.ended_at && share.since <= NOW && later(share.until));
      this.raw.set(row.id, row);
      const my = { roles: seat.roles, lent: lending.flatMap(({ classes }) => classes), addressed: isAddressed(me, row), glass: world.glasses.some((each) => each.dossier_id === dossier && each.person_id === me.personId && each.partner_id === me.partnerId && !each.ended_at && later(each.ends_at)), support: isLetIn(world, me, dossier), excluded: isExcluded(world, me, dossier) };
      const fact: Fact = { ...fieldsOfRow(record, row), my };
      return [subject(record.name, fact)];
    });
  }
}

const columnOf = (record: RecordShape, field: string): string => record.columns.get(field)!.column;
const dossierOf = (record: RecordShape, row: Row): string => row[columnOf(record, record.seat!)] as string;
const isExcluded = (world: World, me: Me, dossier: string): boolean => world.exclusions.some((each) => each.dossier_id === dossier && each.person_id === me.personId);
/** Let in as support by the partner as whose guest she reads. */
const isLetIn = (world: World, me: Me, dossier: string): boolean => world.supports.some((each) => each.dossier_id === dossier && each.person_id === me.personId && each.partner_id === me.partnerId && each.state === 'OPEN' && later(each.ends_at));
const fieldsOfRow = (record: RecordShape, row: Row): { [field: string]: unknown } => Object.fromEntries([...record.columns.values()].map(({ field, column }) => [field, row[column]]));

/** For everybody at the dossier, for her partner, or written by it. */
export const isAddressed = (me: Me, { audience, partner_id }: Row): boolean => !audience.length || partner_id === me.partnerId || audience.includes(me.partnerId);

/** What the second wall lets a reader touch, said again in words of this test. */
export function behindTheWall(world: World, me: Me, record: RecordShape, row: Row): boolean {
  const dossier = dossierOf(record, row);
  const mine = row.partner_id === me.partnerId;
  if (me.role === Role.PLATFORM_ADMIN && !isLetIn(world, me, dossier)) return false;
  if (record.table === 'share') return (mine || row.granted_by === me.partnerId) && !isExcluded(world, me, dossier);
  const seat = world.seats.find((each) => each.dossier_id === dossier && each.partner_id === me.partnerId && later(each.until));
  if (!seat || isExcluded(world, me, dossier)) return false;
  if (seat.roles.every((role) => role === 'FORMER_RECEIVER') && !mine) return false;
  if (!isAddressed(me, row)) return false;
  // What is told to others of one's own looks; and what was before one sat there (both of the wall alone).
  if (record.table === 'look' && mine && !row.personal) return false;
  if (record.table === 'referral') return row.opposing_partner_id !== me.partnerId;
  if (record.table === 'attachment' && !mine && !['CLEAN', 'UNSCANNED'].includes(row.state as string)) return false;
  if (!record.classed || !['HEALTH', 'JUDICIAL', 'PRIVATE_NOTE'].includes(row.data_class as string)) return true;
  if (row.data_class === 'PRIVATE_NOTE') return row.author_id === me.personId && row.sealed !== true;
  return me.regime === Regime.PROFESSIONAL_SECRECY;
}

/** Everything of a record, and everything of what it shows one level below. */
export function wholeOf(record: RecordShape, deeper = true): Selection {
  const columns = Object.fromEntries([...record.columns.values()].filter(({ shown }) => shown).map(({ field }) => [field, true as const]));
  const below = deeper ? [...record.relations.values()].filter(({ of }) => shapeOf(of()).seat).map(({ field, of }) => [field, wholeOf(shapeOf(of()), false)]) : [];
  return { ...columns, withheld: true, may: true, ...(Object.fromEntries(below) as Selection) };
}
