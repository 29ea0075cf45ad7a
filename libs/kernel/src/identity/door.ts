import { applyDecorators, createParamDecorator, type CanActivate, type ExecutionContext, Inject, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import { abilityOf } from '../policy/ability.js';
import { type Actor, BOOK, type Book, capacityOf } from '../policy/book.js';
import { Refusal } from '../vocabulary/refusal.js';
import { purposeOf, trace } from '../work/trail.js';
import { Units } from '../work/unit.js';
import { StepUp } from './step-up.js';

/** What a door is for: to look at a record, or to cause one of its events. */
export type DoorRule = { looksAt: string } | { record: string; event: string };
const RULE = 'door';

/** A root field that gives only what the reading door lets through. */
export const LooksAt = (record: string): MethodDecorator => applyDecorators(SetMetadata(RULE, { looksAt: record } satisfies DoorRule));
/** A root field for those whose capacity may ever cause this event; whether it may here is decided on the row. */
export const Causes = (record: string, event: string): MethodDecorator => applyDecorators(SetMetadata(RULE, { record, event } satisfies DoorRule));

const STEP_UP = 'step-up';
/** A root field for who proved a moment ago who she is. */
export const NeedsStepUp = (): MethodDecorator => SetMetadata(STEP_UP, true);

export const ruleOf = (handler: object): DoorRule | undefined => Reflect.getMetadata(RULE, handler) as DoorRule | undefined;

export type Asked = { actor?: Actor };

/** The actor of the request: present behind every door. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext): Actor => actorIn(context));

const actorIn = (context: ExecutionContext): Actor => {
  const { actor } = GqlExecutionContext.create(context).getContext<Asked>();
  if (!actor) throw new Refusal('UNAUTHENTICATED');
  return actor;
};

/** Stands before every door. A door that says nothing stays shut. */
@Injectable()
export class DoorGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(BOOK) private readonly book: Book,
    private readonly units: Units,
    private readonly stepUp: StepUp,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType<string>() !== 'graphql') return true;
    const rule = this.reflector.get<DoorRule | undefined>(RULE, context.getHandler());
    const me = actorIn(context);
    if (!rule) throw new Refusal('FORBIDDEN');
    if (!('looksAt' in rule)) await this.admit(me, rule, context.getHandler().name);
    if (this.reflector.get<boolean | undefined>(STEP_UP, context.getHandler())) this.stepUp.demand(me);
    return true;
  }

  /** @throws Refusal FORBIDDEN for who may never cause it; the attempt leaves its line */
  async admit(me: Actor, { record, event }: Extract<DoorRule, { event: string }>, operation: string): Promise<void> {
    if (abilityOf(this.book, me).can(event, record)) return;
    await this.units.run(me, (unit) => trace(unit, capacityOf(me), { operation, purpose: purposeOf(me), record, dossierIds: [], classes: [], outcome: 'FORBIDDEN' }));
    throw new Refusal('FORBIDDEN');
  }
}
