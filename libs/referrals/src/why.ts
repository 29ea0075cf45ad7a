import { Field, ID, ObjectType } from '@nestjs/graphql';
import { type Book, capacityOf, DataClass, GraphQLMoment, nameOf, type Actor, Regime, WhyWithheld } from '#kernel';
import type { Referral } from './referral.record.js';

@ObjectType({ description: 'Why a reader sees a class of facts, or does not: in plain Dutch. The same words whether or not there is a value.' })
export class Why {
  @Field(() => DataClass) dataClass: DataClass;
  @Field() shown: boolean;
  @Field({ description: 'What it comes down to.' }) title: string;
  @Field({ description: 'Who decided it, and why.' }) says: string;
  @Field({ description: 'The rule of the privacy book or the law.' }) rule: string;
  @Field(() => ID, { nullable: true, description: 'The partner that chose, or could.' }) chosenBy: string | null;
  @Field(() => String, { nullable: true, description: 'Whom to ask.' }) ask: string | null;
  @Field(() => GraphQLMoment, { nullable: true, description: 'Until when it is shared.' }) until: Date | null;
  @Field({ description: 'More can be asked of who owns it.' }) mayAsk: boolean;
}

/** What an explanation is made of: read through the reader's own door. */
export type Explained = Pick<Referral, 'fromPartnerId' | 'senderName' | 'withheld' | 'shares'>;

const SAYS: { readonly [why in WhyWithheld]: (from: string, name: string) => string } = {
  NOT_SHARED: (from, name) => `${from} koos om ${name} niet met u te delen, of nam het terug. Dat kan alleen als de cliënt ermee akkoord gaat.`,
  LAW_SECRECY: () => 'U valt in deze functie niet onder het beroepsgeheim. Geen keuze of akkoord verandert dat.',
  LAW_MANDATE: () => 'U hebt een politiek mandaat. Wie dat heeft, ziet geen dossier waarin een persoon te herkennen is.',
  PROTECTED_ADDRESS: () => 'Het adres van deze cliënt is beschermd. Het gaat naar niemand, ook de gemeente niet.',
  NOT_FOR_ROLE: () => 'Voor uw taak is dit niet nodig: het privacyboek geeft het aan niemand in uw functie.',
};

/** @param from the name of the partner that wrote it, @param mine whether that is the reader's own */
export function explain(book: Book, me: Actor, dataClass: DataClass, referral: Explained, from: string): Why {
  const name = nameOf(dataClass).toLowerCase();
  const version = `Privacyboek ${book.version}, ${name}`;
  const mine = referral.fromPartnerId === me.partnerId;
  const hidden = referral.withheld.find((each) => each.dataClass === dataClass);
  const about = { dataClass, chosenBy: referral.fromPartnerId, ask: mine ? null : `${referral.senderName}, ${from}` };
  if (hidden) {
    const law = book.laws.find((each) => each.hides !== 'ROW' && each.hides.includes(dataClass) && WhyWithheld[each.why] === hidden.why);
    const mayAsk = hidden.why === WhyWithheld.NOT_SHARED;
    const rule = law ? `${law.says} (${law.source})` : `${version}: ${mayAsk ? 'alleen als het uitdrukkelijk gedeeld wordt' : 'niet voor deze functie'}`;
    return { ...about, shown: false, title: `${nameOf(dataClass)}: niet voor u zichtbaar`, says: `${SAYS[hidden.why](from, name)} Dit zegt niet of er iets ingevuld is.`, rule, until: null, mayAsk, chosenBy: mayAsk ? about.chosenBy : null };
  }
  const own = (book.capacities[capacityOf(me)]?.Referral ?? []).filter(({ event }) => !event);
  if (!own.some(({ classes }) => classes!.includes(dataClass))) return { ...about, shown: true, title: `${nameOf(dataClass)}: met noodtoegang`, says: 'U opende dit dossier voor een korte tijd, om de reden die u gaf. Wie moet, weet het.', rule: `${version}: niet voor deze functie, alleen met noodtoegang (BR-P19)`, until: null, mayAsk: false };
  if (mine) return { ...about, shown: true, title: `${nameOf(dataClass)}: van uw eigen organisatie`, says: 'Uw organisatie schreef dit zelf.', rule: `${version}: wie schreef, leest`, until: null, mayAsk: false };
  const share = referral.shares.filter(({ classes, until }) => classes.includes(dataClass) && new Date(until) > new Date()).sort((a, b) => (a.until < b.until ? 1 : -1))[0];
  const byRight = own.some((grant) => !grant.lent && grant.seat === 'RECEIVER' && grant.classes!.includes(dataClass));
  const ground = me.regime === Regime.PROFESSIONAL_SECRECY ? 'U valt onder het beroepsgeheim.' : 'U bent gebonden door discretieplicht.';
  const says = byRight ? `Wie een doorverwijzing krijgt, ziet dit altijd. ${ground}` : `${from} koos om dit met u te delen, met akkoord van de cliënt. ${ground}`;
  return { ...about, shown: true, title: `${nameOf(dataClass)}: gedeeld met u`, says, rule: `${version}: ${byRight ? 'ziet elke ontvanger' : 'alleen als het gedeeld wordt'}`, until: share?.until ?? null, mayAsk: false };
}
