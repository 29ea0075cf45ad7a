import { ClientHistoryResolver, ClientsResolver } from '#clients';
import { ConsultsResolver } from '#consults';
import { AbsencesResolver, AccessReviewsResolver, DirectoryResolver, ExchangeProtocolResolver } from '#directory';
import { AttachmentsResolver, ClosingDaysResolver, DestructionsResolver, DossiersResolver, HistoryResolver, MessagesResolver, OwnDeskResolver, TaskResolver, TasksResolver, WorklistResolver } from '#dossiers';
import { PrivacyBookResolver } from '#kernel';
import { CooperationProtocolsResolver, MediationsResolver, PartiesResolver, SignalRequestResolver, SignalsResolver, SigningLinksResolver } from '#mediation';
import { NoticesResolver } from '#notices';
import { GlassBreaksResolver, SupportLooksResolver, TrailsResolver } from '#oversight';
import { AnswersResolver, HandOverResolver, ReferralHistoryResolver, ReferralsResolver, SharingResolver } from '#referrals';

/** Every class that opens a door to GraphQL. */
export const doors = [
  DirectoryResolver, AccessReviewsResolver, AbsencesResolver, ExchangeProtocolResolver, WorklistResolver, TaskResolver, TasksResolver, DossiersResolver, AttachmentsResolver, ClosingDaysResolver, OwnDeskResolver, HistoryResolver, DestructionsResolver, ClientsResolver, ClientHistoryResolver,
  ReferralsResolver, AnswersResolver, HandOverResolver, SharingResolver, ReferralHistoryResolver, MessagesResolver, ConsultsResolver, CooperationProtocolsResolver, SignalsResolver, SignalRequestResolver, MediationsResolver, PartiesResolver, SigningLinksResolver, NoticesResolver, GlassBreaksResolver, SupportLooksResolver, TrailsResolver, PrivacyBookResolver,
];
