import { getNamedType, type GraphQLObjectType, type GraphQLSchema, isLeafType, isObjectType } from 'graphql';
import type { Person } from '../cast/cast.js';
import type { Truth } from '../cast/truth.js';
import { type Asking, codeIn } from './asking.js';
import { questionAt, rootFields, type Values } from './graph.js';
import { CAUSES, mayCause, verbs } from './deeds.js';
import { FIELDS, HAS, type Kind, type Meeting, type Seat, seen } from './matrix.js';

type Row = { [column: string]: unknown } & { id: string; partner_id: string; audience: string[]; state: string; version: number };
type Node = { [field: string]: unknown } & { id: string; may: string[]; withheld: { dataClass: string }[] };
type Reader = { who: Person; kind: Kind; role: string; partnerId: string; personId: string; political: boolean };
/** A dossier as it really stands: rows by record, seats, and what is lent to whom by whom. */
type Dossier = { rows: Map<string, Row[]>; seats: Map<string, Seat>; lent: Map<string, string[]>; excluded: Set<string>; clients: Map<string, string> };

const TABLES: { [record: string]: string } = { Referral: 'referral', Answer: 'answer', TimelineEntry: 'timeline_entry', Note: 'note', Attachment: 'attachment', Recipient: 'recipient', ReferralPerson: 'referral_person', Receipt: 'receipt', Share: 'share', AccessRequest: 'access_request', OwnNumber: 'own_number', Recusal: 'recusal', Message: 'message' };

/** Records whose rows are of one class each. */
const CLASSED = ['Note', 'Attachment'];

/** By event: its door, and what it is told beside id, version and key. */
const DOORS: { [act: string]: [field: string, values?: Values] } = {
  'Referral.edit': ['saveDraft', { 'changes.question': 'Anders' }], 'Referral.note': ['writeNote', { dataClass: 'PRIVATE_NOTE', version: 0 }], 'Referral.send': ['sendReferral'], 'Referral.discard': ['discardDraft'], 'Referral.takeBack': ['takeBackReferral'],
  'Referral.amend': ['amendReferral', { 'changes.question': 'Anders' }], 'Referral.narrow': ['narrowShare', { wish: 'SENDER' }], 'Referral.withdraw': ['withdrawReferral'], 'Referral.declareError': ['declareError'],
  'Answer.receive': ['receiveAnswer'], 'Answer.ask': ['askSender'], 'Answer.accept': ['acceptReferral'], 'Answer.reject': ['rejectReferral', { reason: 'NOT_COMPETENT' }], 'Answer.redirect': ['redirectReferral'], 'Answer.reply': ['replyToReceiver'],
  'Answer.start': ['startGuidance'], 'Answer.feedback': ['giveFeedback'], 'Answer.close': ['closeAnswer'], 'Answer.reopen': ['reopenAnswer'], 'Answer.stop': ['confirmStopped'], 'Answer.keep': ['confirmKept'], 'Message.takeBack': ['takeBackMessage'],
};

/** Compares, cell by cell, what goes over the wire with the matrix of the domain and the rows as they really stand. */
export class Cells {
  readonly counts = { shown: 0, hidden: 0, rows: 0, absent: 0, may: 0, actions: 0 };
  readonly deviations: unknown[] = [];
  private readonly readers = new Map<Person, Promise<Reader>>();

  constructor(
    private readonly asking: Asking,
    private readonly truth: Truth,
    private readonly schema: GraphQLSchema,
  ) {}

  get total(): number {
    return Object.values(this.counts).reduce((sum, each) => sum + each, 0);
  }

  async dossier(id: string): Promise<Dossier> {
    const rows = new Map<string, Row[]>();
    for (const [record, table] of Object.entries(TABLES)) rows.set(record, (await this.truth.rows<{ row: Row }>(`select to_jsonb(t) as row from ${table} t where ${record === 'Referral' ? 'id' : 'dossier_id'} = $1`, [id])).map(({ row }) => row));
    const seats = await this.truth.rows<{ partner_id: string; role: Seat }>('select partner_id, roles[1] as role from party where dossier_id = $1 and until > now()', [id]);
    const lent = await this.truth.rows<{ between: string; classes: string[] }>(`select granted_by || ' ' || partner_id as between, array_agg(c) as classes from share, unnest(classes) c where dossier_id = $1 and since <= now() and until > now() and ended_at is null group by 1`, [id]);
    const excluded = await this.truth.rows<{ person_id: string }>('select person_id from exclusion where dossier_id = $1', [id]);
    const clients = await this.truth.rows<{ partner_id: string; dossier_id: string }>('select partner_id, dossier_id from client_file where about_id = $1', [id]);
    return {
      rows, seats: new Map(seats.map((each) => [each.partner_id, each.role])), lent: new Map(lent.map((each) => [each.between, each.classes])),
      excluded: new Set(excluded.map((each) => each.person_id)), clients: new Map(clients.map((each) => [each.partner_id, each.dossier_id])),
    };
  }

  reader(who: Person): Promise<Reader> {
    const known = this.readers.get(who) ?? this.find(who);
    this.readers.set(who, known);
    return known;
  }

  private async find(who: Person): Promise<Reader> {
    const { id: personId, partnerId } = await this.truth.person(who);
    const [{ kind, political }] = await this.truth.rows<{ kind: Kind; political: boolean }>('select o.kind, m.political from partner o join mandate m on m.partner_id = o.id where m.person_id = $1 and m.role = $2', [personId, who.capacity.role]);
    return { who, kind, role: who.capacity.role, partnerId, personId, political };
  }

  /** The classes that a reader sees of a row, by hand; none: the row is not there for her. */
  private classes({ kind, role, partnerId, personId, political }: Reader, { seats, lent, excluded }: Dossier, record: string, row: Row): readonly string[] {
    const seat = seats.get(partnerId);
    if (!seat || excluded.has(personId)) return [];
    const meeting: Meeting = {
      record, seat, political, mine: row.partner_id === partnerId, author: row.author_id === personId, dataClass: CLASSED.includes(record) ? (row.data_class as string) : undefined, waits: record === 'Attachment' && !['CLEAN', 'UNSCANNED'].includes(row.state), lent: lent.get(`${row.partner_id} ${partnerId}`) ?? [],
      toMe: (row.granted_by ?? row.to_partner_id) === partnerId, toOthers: row.audience.length > 0 && !row.audience.includes(partnerId), opposed: row.opposing_partner_id === partnerId, protectedAddress: row.address_protected === true,
    };
    return seen(kind, role, meeting);
  }

  private agree(where: unknown[], found: unknown, wanted: unknown): void {
    if (JSON.stringify(found) !== JSON.stringify(wanted)) this.deviations.push({ where, found, wanted });
  }

  /** Everything of a referral, of what hangs on it, and of one's own answer: each field shown or withheld, each event offered or not. */
  async read(who: Person, id: string): Promise<void> {
    const [reader, dossier] = await Promise.all([this.reader(who), this.dossier(id)]);
    const [referral] = dossier.rows.get('Referral')!;
    const there = this.classes(reader, dossier, 'Referral', referral);
    const raw = await this.asking.raw(who, `{ referral(id: "${id}") ${this.whole('Referral')} }`);
    this.agree([who.as, id, 'referral'], codeIn(raw), there.length ? 'ANSWERED' : 'NOT_FOUND');
    const answer = dossier.rows.get('Answer')!.find(({ partner_id }) => partner_id === reader.partnerId);
    const own = await this.asking.raw(who, `{ ownAnswer(dossierId: "${id}") ${this.whole('Answer', false)} }`);
    const ownClasses = answer ? this.classes(reader, dossier, 'Answer', answer) : [];
    this.agree([who.as, id, 'ownAnswer'], codeIn(own), ownClasses.length ? 'ANSWERED' : 'NOT_FOUND');
    if (ownClasses.length && codeIn(own) === 'ANSWERED') this.node(reader, dossier, 'Answer', (JSON.parse(own.body) as { data: { ownAnswer: Node } }).data.ownAnswer, answer);
    if (!there.length) return void (this.counts.absent += 1);
    const { data } = JSON.parse(raw.body) as { data: { referral: Node | null } };
    if (!data.referral) return;
    this.node(reader, dossier, 'Referral', data.referral, referral);
    for (const { field, record } of this.relations()) this.related(reader, dossier, record, [data.referral[field] ?? []].flat() as Node[]);
    const client = this.client(reader, dossier);
    this.agree([who.as, id, 'client'], (data.referral.client as Node | null)?.id ?? null, client);
  }

  private client({ kind, role, partnerId, personId, political }: Reader, { clients, excluded }: Dossier): string | null {
    const meeting: Meeting = { record: 'Client', seat: 'OWNER', mine: true, author: false, lent: [], political };
    return seen(kind, role, meeting).length && !excluded.has(personId) ? (clients.get(partnerId) ?? null) : null;
  }

  private related(reader: Reader, dossier: Dossier, record: string, nodes: Node[]): void {
    const of = dossier.rows.get(record)!.filter((row) => record !== 'OwnNumber' || row.partner_id === reader.partnerId);
    const visible = of.filter((row) => this.classes(reader, dossier, record, row).length);
    this.agree([reader.who.as, record], nodes.map(({ id }) => id).sort(), visible.map(({ id }) => id).sort());
    this.counts.rows += visible.length;
    this.counts.absent += of.length - visible.length;
    for (const node of nodes) this.node(reader, dossier, record, node, of.find(({ id }) => id === node.id));
  }

  private node(reader: Reader, dossier: Dossier, record: string, node: Node, row: Row | undefined): void {
    if (!row) return;
    const classes = this.classes(reader, dossier, record, row);
    const where = [reader.who.as, reader.role, record, row.id];
    for (const [dataClass, fields] of Object.entries(FIELDS[record] ?? {}))
      for (const field of fields.split(' ')) {
        const shown = classes.includes(dataClass);
        this.counts[shown ? 'shown' : 'hidden'] += 1;
        this.agree([...where, field], plain(node[field]), shown ? plain(row[columnOf(record, field)]) : null);
      }
    if (!CLASSED.includes(record)) this.agree([...where, 'withheld'], node.withheld.map(({ dataClass }) => dataClass).sort(), HAS[record].filter((each) => !classes.includes(each)).sort());
    if (!Object.keys(CAUSES).some((act) => act.startsWith(`${record}.`))) return;
    const possible = Object.keys(CAUSES).filter((act) => act.startsWith(`${record}.`) && this.mayHere(reader, dossier, act, row) && CAUSES[act].states.includes(row.state));
    this.counts.may += Object.keys(CAUSES).filter((act) => act.startsWith(`${record}.`)).length;
    this.agree([...where, 'may'], [...node.may].sort(), possible.map((act) => act.split('.')[1]).sort());
  }

  private mayHere({ kind, role, partnerId }: Reader, { seats }: Dossier, act: string, row: Row): boolean {
    const seat = seats.get(partnerId);
    if (!seat || !mayCause(kind, role, seat, act)) return false;
    return act.startsWith('Referral.') || (act.startsWith('Answer.') && seat === 'SENDER') || row.partner_id === partnerId;
  }

  /**
   * Each event at its door. Nothing is ever changed: where it could happen, the version is an old one.
   * @param whose the partner whose answer is meant by who has none
   */
  async act(who: Person, id: string, whose: string): Promise<void> {
    const [reader, dossier] = await Promise.all([this.reader(who), this.dossier(id)]);
    const answers = dossier.rows.get('Answer')!;
    for (const act of Object.keys(CAUSES)) {
      const record = act.split('.')[0];
      const of = (rows: Row[]) => rows.find(({ partner_id }) => partner_id === reader.partnerId) ?? rows.find(({ partner_id }) => partner_id === whose);
      const row = record === 'Referral' ? dossier.rows.get('Referral')![0] : of(record === 'Message' ? dossier.rows.get('Message')! : answers);
      if (!row) continue;
      const isPossible = CAUSES[act].states.includes(row.state);
      const wanted = !verbs(reader.kind, reader.role).includes(act) ? 'FORBIDDEN' : !this.classes(reader, dossier, record, row).length ? 'NOT_FOUND' : !this.mayHere(reader, dossier, act, row) ? 'FORBIDDEN' : isPossible ? 'CONFLICT' : 'NOT_POSSIBLE';
      // A new note has no version that could be old.
      if (act === 'Referral.note' && wanted === 'CONFLICT') continue;
      const [name, values = {}] = DOORS[act];
      const { kind, field } = rootFields(this.schema).find((each) => each.field.name === name)!;
      const takesId = field.args.some((each) => each.name === 'id' && act !== 'Referral.note');
      const { query, variables } = questionAt({ kind, field }, { version: wanted === 'CONFLICT' ? 9999 : row.version, ...(takesId ? { id: row.id } : { dossierId: row.id }), ...values }, '{ __typename }');
      this.counts.actions += 1;
      this.agree([who.as, reader.role, act, row.state], codeIn(await this.asking.raw(who, query, variables)), wanted);
    }
  }

  private relations(): { field: string; record: string }[] {
    const fields = Object.values((this.schema.getType('Referral') as GraphQLObjectType).getFields());
    return fields.map(({ name, type }) => ({ field: name, record: getNamedType(type).name })).filter(({ record }) => TABLES[record]);
  }

  /** Every leaf of a record, and of each record that it shows. */
  private whole(record: string, deeper = true): string {
    const fields = Object.values((this.schema.getType(record) as GraphQLObjectType).getFields());
    const parts = fields.map((field) => {
      const named = getNamedType(field.type);
      if (isLeafType(named)) return field.name;
      if (field.name === 'withheld') return 'withheld { dataClass why }';
      return deeper && isObjectType(named) && named.name !== 'Term' ? `${field.name} ${this.whole(named.name, false)}` : '';
    });
    return `{ ${parts.filter(Boolean).join(' ')} }`;
  }
}

const columnOf = (record: string, field: string): string => (record === 'Referral' && field === 'fromPartnerId' ? 'partner_id' : field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
const plain = (value: unknown): unknown => (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? new Date(value).toISOString() : (value ?? null));
