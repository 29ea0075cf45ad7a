import type { UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DraftSettlementDocument, EditSettlementDocument, OfferSettlementDocument } from '../generated/graphql/graphql.js';
import { Button } from '../shared/button.js';
import { formatList, formatWholeDay, today } from '../shared/format.js';
import { nameOf } from '../shared/name.js';
import { usePartners } from '../shared/reference.js';
import { Audience } from '../shared/withheld.js';
import { useAgreements } from './agreements.js';
import { homeOf } from './card-facts.js';
import { FormDialog } from './form-dialog.js';
import type { Mediation } from './mediation.page.js';

const CLAUSES = ['quiet', 'contact', 'repair', 'payment', 'deposit', 'talk', 'look', 'confidential'] as const;
type Form = UseFormReturn<{ [field: string]: string }>;

/** Writes the text of the settlement: a new one, or the draft that is not laid before anybody yet. */
export function WriteSettlement({ row, edits = false, onClose }: { row: Mediation; edits?: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const begin = useBeginning(row);
  const [newest] = row.settlements;
  const words = edits ? 'edit' : newest ? 'redraft' : 'draftSettlement';
  return (
    <FormDialog
      wide
      title={t(`mediation.step.${words}.title`)}
      text={<p>{t(`mediation.step.${words}.text`)}</p>}
      above={(form) => <Clauses form={form} />}
      fields={[{ name: 'body', kind: 'long', label: t('mediation.settlement.body'), hint: t('mediation.settlement.bodyHint'), max: 20_000, initial: newest?.body ?? begin }]}
      confirm={t('form.save')}
      done={t(`mediation.step.${words}.done`)}
      document={edits ? EditSettlementDocument : DraftSettlementDocument}
      variables={(answers) => ({ ...(edits ? { id: newest.id, version: newest.version } : { id: row.id, version: row.version }), ...answers })}
      foot={<Audience alone>{t('mediation.settlement.draftReads')}</Audience>}
      onClose={onClose}
    />
  );
}

/** Sentences that are often agreed; one press puts one into the text, where it is made to fit. */
function Clauses({ form: { getValues, setValue } }: { form: Form }) {
  const { t } = useTranslation();
  const place = t('mediation.settlement.place');
  const put = (sentence: string) => {
    const body = getValues('body');
    const filled = body.includes(place) ? body.replace(place, `- ${sentence}\n${place}`) : `${body.trimEnd()}\n- ${sentence}\n`;
    setValue('body', filled, { shouldDirty: true });
  };
  return (
    <fieldset className="clauses">
      <legend>{t('mediation.settlement.clauses')}</legend>
      <div className="actions">
        {CLAUSES.map((clause) => (
          <Button key={clause} small icon="plus" onPress={() => put(t(`mediation.clause.${clause}.text`))}>
            {t(`mediation.clause.${clause}.name`)}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

/** How the text begins: the letter of the agreement, with what the case knows filled in. */
function useBeginning(row: Mediation): string {
  const { t } = useTranslation();
  const { nameOf: partnerOf, list } = usePartners();
  const letter = useAgreements().of(row.protocolId)?.text.letters.settlement ?? t('mediation.settlement.letter');
  const renters = row.parties.filter(({ side, answer }) => side === 'RENTER' && answer === 'AGREED').map((each) => nameOf(each) ?? '');
  const landlord = row.landlordId ? partnerOf(row.landlordId) : (row.parties.find(({ side }) => side === 'LANDLORD')?.familyName ?? '');
  const known: { [place: string]: string } = { huurder: formatList(renters), verhuurder: landlord, adres: homeOf(row), bemiddelaar: row.mediatorName ?? '', woondienst: list.find(({ kind }) => kind === 'WOONDIENST')?.name ?? '', datum: formatWholeDay(today()), afspraken: t('mediation.settlement.place') };
  return letter.replace(/\{(\w+)\}/g, (whole, name: string) => known[name] ?? whole);
}

/** Lays the text before both sides: from here it stands fixed. */
export function OfferSettlement({ row, onClose }: { row: Mediation; onClose: () => void }) {
  const { t } = useTranslation();
  const { shortNameOf } = usePartners();
  const [newest] = row.settlements;
  const isLeft = newest.body?.includes(t('mediation.settlement.place'));
  return (
    <FormDialog
      title={t('mediation.step.offerSettlement.title')}
      text={
        <>
          <p>{t(row.landlordId ? 'mediation.step.offerSettlement.text' : 'mediation.step.offerSettlement.textPaper', { landlord: shortNameOf(row.landlordId) })}</p>
          {isLeft && <p className="note note--care note--plainer">{t('mediation.settlement.left')}</p>}
        </>
      }
      done={t('mediation.step.offerSettlement.done')}
      document={OfferSettlementDocument}
      variables={() => ({ id: newest.id, version: newest.version })}
      foot={row.landlordId && <Audience>{t('mediation.settlement.offerReads', { landlord: shortNameOf(row.landlordId) })}</Audience>}
      onClose={onClose}
    />
  );
}
