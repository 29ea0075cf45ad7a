import { ClientsResolver } from '#clients';
import { ConsultsResolver } from '#consults';
import { DirectoryResolver, ExchangeProtocolResolver } from '#directory';
import { DossiersResolver, MessagesResolver, TaskResolver, WorklistResolver } from '#dossiers';
import { PrivacyBookResolver } from '#kernel';
import { AnswersResolver, ReferralsResolver, SharingResolver } from '#referrals';

/** Every class that opens a door to GraphQL. */
export const doors = [DirectoryResolver, ExchangeProtocolResolver, WorklistResolver, TaskResolver, DossiersResolver, ClientsResolver, ReferralsResolver, AnswersResolver, SharingResolver, MessagesResolver, ConsultsResolver, PrivacyBookResolver];
