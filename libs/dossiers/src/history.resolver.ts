import { Args, ArgsType, Field, ID, Info, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { type Actor, type Change, LooksAt, Me, type Page, Reading, selectionOf } from '#kernel';
import { Look } from './look.record.js';
import { Note } from './note.record.js';
import { change, pastOf } from './past.js';
import { TimelineEntry } from './timeline-entry.record.js';

@ObjectType()
export class TimelinePage {
  @Field(() => [TimelineEntry]) nodes: TimelineEntry[];
  @Field(() => String, { nullable: true }) next: string | null;
}
@ObjectType()
class LookPage {
  @Field(() => [Look]) nodes: Look[];
  @Field(() => String, { nullable: true }) next: string | null;
}
@ObjectType({ description: 'A note as it was.' })
class PastNote extends pastOf(Note, ['id', 'dataClass']) {}
const NoteChange = change(PastNote, 'NoteChange');

@ArgsType()
class OfDossier {
  @Field(() => ID) dossierId: string;
  @Field(() => String, { nullable: true }) after?: string;
  @Field(() => Int, { defaultValue: 20 }) first: number;
}

/** What happened at a dossier, what it was, and who looked. */
@Resolver()
export class HistoryResolver {
  constructor(private readonly reading: Reading) {}

  @Query(() => TimelinePage, { description: 'What happened, newest first.' })
  @LooksAt('TimelineEntry')
  timeline(@Me() me: Actor, @Args() { dossierId, after, first }: OfDossier, @Info() info: GraphQLResolveInfo): Promise<Page<TimelineEntry>> {
    return this.reading.within(me, TimelineEntry, dossierId, { first, after: after ?? undefined, order: 'at' }, selectionOf(info, 'nodes'));
  }

  @Query(() => LookPage, { description: 'Who looked, newest day first. To ask this is a look too.' })
  @LooksAt('Look')
  looks(@Me() me: Actor, @Args() { dossierId, after, first }: OfDossier, @Info() info: GraphQLResolveInfo): Promise<Page<Look>> {
    return this.reading.within(me, Look, dossierId, { first, after: after ?? undefined, order: 'at' }, selectionOf(info, 'nodes'));
  }

  @Query(() => [NoteChange], { description: 'What the notes of a dossier were, as far as the reader may read each today.' })
  @LooksAt('Note')
  noteHistory(@Me() me: Actor, @Args('dossierId', { type: () => ID }) dossierId: string): Promise<Change<PastNote>[]> {
    return this.reading.changes<PastNote>(me, Note, dossierId, 'dossierId');
  }
}
