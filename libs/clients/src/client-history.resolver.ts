import { Args, ID, Info, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { change, pastOf, TimelineEntry, TimelinePage } from '#dossiers';
import { type Actor, type Change, LooksAt, Me, type Page, Reading, selectionOf } from '#kernel';
import { Client } from './client.record.js';

@ObjectType({ description: 'A client as the file had her.' })
class PastClient extends pastOf(Client) {}
const ClientChange = change(PastClient, 'ClientChange');

/** The referrals that one's own partner linked to its client. */
const REFERRALS = 'select f.about_id from client_file f where f.dossier_id = $3::uuid and f.partner_id = $1::uuid';

@Resolver()
export class ClientHistoryResolver {
  constructor(private readonly reading: Reading) {}

  @Query(() => TimelinePage, { description: "What happened in a client's own file and on her referrals, as far as one sits there." })
  @LooksAt('TimelineEntry')
  clientTimeline(
    @Me() me: Actor,
    @Args('clientId', { type: () => ID }) clientId: string,
    @Args('after', { type: () => String, nullable: true }) after: string | undefined,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<TimelineEntry>> {
    return this.reading.within(me, TimelineEntry, clientId, { first, after: after ?? undefined, order: 'at', beside: REFERRALS }, selectionOf(info, 'nodes'));
  }

  @Query(() => [ClientChange], { nullable: true, description: 'What the file said before.' })
  @LooksAt('Client')
  clientHistory(@Me() me: Actor, @Args('id', { type: () => ID }) id: string): Promise<Change<PastClient>[]> {
    return this.reading.changes<PastClient>(me, Client, id);
  }
}
