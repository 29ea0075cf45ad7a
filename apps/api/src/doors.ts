import { ClientsResolver } from '#clients';
import { DirectoryResolver, ExchangeProtocolResolver } from '#directory';
import { TaskResolver, WorklistResolver } from '#dossiers';
import { AnswersResolver, ReferralsResolver } from '#referrals';

/** Every class that opens a door to GraphQL. */
export const doors = [DirectoryResolver, ExchangeProtocolResolver, WorklistResolver, TaskResolver, ClientsResolver, ReferralsResolver, AnswersResolver];
