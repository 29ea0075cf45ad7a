import { ClientsResolver } from '#clients';
import { ConsultsResolver } from '#consults';
import { AbsencesResolver, DirectoryResolver, ExchangeProtocolResolver } from '#directory';
import { DossiersResolver, MessagesResolver, TaskResolver, TasksResolver, WorklistResolver } from '#dossiers';
import { PrivacyBookResolver } from '#kernel';
import { AnswersResolver, HandOverResolver, ReferralsResolver, SharingResolver } from '#referrals';

/** Every class that opens a door to GraphQL. */
export const doors = [DirectoryResolver, AbsencesResolver, ExchangeProtocolResolver, WorklistResolver, TaskResolver, TasksResolver, DossiersResolver, ClientsResolver, ReferralsResolver, AnswersResolver, HandOverResolver, SharingResolver, MessagesResolver, ConsultsResolver, PrivacyBookResolver];
