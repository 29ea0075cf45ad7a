import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Client } from '#clients';
import { DataClass, GraphQLDay, GraphQLMoment, type Selection, Wish } from '#kernel';
import { AnswerState } from './referral.workflow.js';

/** Whether a partner still gets it. */
export enum Standing {
  RUNNING = 'RUNNING',
  ENDED = 'ENDED',
  TAKEN_BACK = 'TAKEN_BACK',
}
registerEnumType(Standing, { name: 'Standing', description: 'Whether a partner still gets it.' });

@ObjectType({ description: 'That one partner got some classes of facts about a client, for a while.' })
export class RegisterEntry {
  @Field(() => ID) referralId: string;
  @Field() number: string;
  @Field(() => ID) partnerId: string;
  @Field(() => [DataClass]) classes: DataClass[];
  @Field() purpose: string;
  @Field() ground: string;
  @Field(() => GraphQLDay, { nullable: true }) agreedOn: string | null;
  @Field(() => GraphQLMoment) since: Date;
  @Field(() => GraphQLMoment) until: Date;
  @Field(() => Standing) standing: Standing;
  @Field(() => GraphQLMoment, { nullable: true }) takenBackAt: Date | null;
  @Field(() => Wish, { nullable: true, description: 'Who took it back.' }) takenBackBy: Wish | null;
  @Field(() => AnswerState, { nullable: true, description: 'What the partner confirmed after a withdrawal: STOPPED or KEPT; WITHDRAWN: not yet.' }) confirmed: AnswerState | null;
  @Field(() => GraphQLMoment, { nullable: true }) confirmedAt: Date | null;
  @Field(() => String, { nullable: true }) keptGround: string | null;
}

@ObjectType({ description: 'On which days people of one organisation saw what is known of the client.' })
export class RegisterLook {
  @Field(() => ID) partnerId: string;
  @Field(() => [GraphQLDay], { description: 'Newest first.' }) days: string[];
}

@ObjectType({ description: 'Who got which facts about a client, from one partner, and who looked: for the client.' })
export class Register {
  @Field(() => Client) client: Client;
  @Field(() => GraphQLMoment) at: Date;
  @Field(() => [RegisterEntry]) entries: RegisterEntry[];
  @Field(() => [RegisterLook], { description: "In the client's own file and in what this partner sent." }) looks: RegisterLook[];
}

const all = (...fields: string[]): Selection => Object.fromEntries(fields.map((field) => [field, true]));
/** What a register reads of a client's own file. */
const LOOKED = { day: true, partner: { id: true } } as const;
export const REGISTERED: Selection = {
  lookDays: LOOKED,
  referrals: {
    ...all('id', 'number', 'fromPartnerId', 'agreedOn'),
    shares: all('id', 'partnerId', 'grantedBy', 'classes', 'purpose', 'ground', 'since', 'until', 'endedAt', 'endedBy'),
    answers: all('partnerId', 'state', 'endedAt', 'keptGround'),
    lookDays: LOOKED,
  },
};

const LEAVING: readonly AnswerState[] = [AnswerState.WITHDRAWN, AnswerState.STOPPED, AnswerState.KEPT];

export const referralsOf = (client: Client): readonly Referred[] => (client as Client & { referrals?: Referred[] }).referrals ?? [];

/**
 * Newest first, of what this partner gave.
 * @param days on which the client agreed, by share
 */
export function entriesOf(client: Client, partnerId: string, now: Date, days: ReadonlyMap<string, string>): RegisterEntry[] {
  const given = referralsOf(client).filter((each) => each.fromPartnerId === partnerId);
  return given
    .flatMap(({ id: referralId, number, agreedOn, shares, answers }) =>
      whole(shares).map(({ id, partnerId: to, classes, purpose, ground, since, until, endedAt, endedBy }) => {
        const answer = answers.find((each) => each.partnerId === to);
        const left = endedAt && answer && LEAVING.includes(answer.state) && isLast(endedAt, to, shares) ? answer : null;
        const standing = endedAt ? Standing.TAKEN_BACK : new Date(until) > now ? Standing.RUNNING : Standing.ENDED;
        return {
          referralId, number, partnerId: to, classes, purpose, ground, agreedOn: days.get(id) ?? agreedOn, since, until, standing, takenBackAt: endedAt, takenBackBy: endedBy,
          confirmed: left?.state ?? null, confirmedAt: left && left.state !== AnswerState.WITHDRAWN ? left.endedAt : null, keptGround: left?.keptGround ?? null,
        };
      }),
    )
    .sort((a, b) => (a.since < b.since ? 1 : -1));
}

/** Whose people looked, own ones as an organisation too; who looked last comes first. */
export function looksOf(client: Client, partnerId: string): RegisterLook[] {
  const given = referralsOf(client).filter((each) => each.fromPartnerId === partnerId);
  const days = new Map<string, Set<string>>();
  for (const { day, partner } of [client, ...given].flatMap(({ lookDays }) => lookDays as Looked[])) days.set(partner.id, (days.get(partner.id) ?? new Set()).add(day));
  return [...days]
    .map(([id, seen]) => ({ partnerId: id, days: [...seen].sort().reverse() }))
    .sort((a, b) => (a.days[0] < b.days[0] ? 1 : -1));
}

/** How far apart two moments of one act may lie, in milliseconds. */
const SAME_ACT = 1000;

/** What a partner confirms is the withdrawal: what was taken back before it, it was not asked about. */
const isLast = (endedAt: Date, partnerId: string, shares: readonly Share[]): boolean => !shares.some((each) => each.partnerId === partnerId && each.endedAt !== null && Date.parse(String(each.endedAt)) - Date.parse(String(endedAt)) > SAME_ACT);

/** Taking a part back ends a share and begins one with the rest in the same act. */
const goesOn = (ended: Share, next: Share): boolean => next !== ended && next.partnerId === ended.partnerId && ended.endedAt !== null && Math.abs(Date.parse(String(next.since)) - Date.parse(String(ended.endedAt))) < SAME_ACT;

/** Of what was taken back only what did not go on; of what goes on, since when it really has. */
function whole(shares: readonly Share[]): Share[] {
  const begun = (share: Share): Share['since'] => {
    const before = shares.find((each) => goesOn(each, share) && each.since < share.since);
    return before ? begun(before) : share.since;
  };
  return shares
    .map((share) => ({ ...share, since: begun(share), classes: share.classes.filter((each) => !shares.some((next) => goesOn(share, next) && next.classes.includes(each))) }))
    .filter(({ classes }) => classes.length > 0);
}

type Referred = { id: string; number: string; fromPartnerId: string; agreedOn: string | null; shares: Share[]; answers: Answer[]; lookDays: Looked[] };
type Looked = { day: string; partner: { id: string } };
type Share = { id: string; partnerId: string; classes: DataClass[]; purpose: string; ground: string; since: Date; until: Date; endedAt: Date | null; endedBy: Wish | null };
type Answer = { partnerId: string; state: AnswerState; endedAt: Date | null; keptGround: string | null };
