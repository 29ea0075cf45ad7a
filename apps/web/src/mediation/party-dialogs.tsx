import { useTranslation } from 'react-i18next';
import { AddPartyDocument, AnswerPartyDocument, ApproveWordsDocument, ChangePartyDocument, HearPartyDocument, WarnOthersDocument, type TypedDocumentString } from '../generated/graphql/graphql.js';
import { today, typedDay } from '../shared/format.js';
import { maxOf } from '../shared/limits.js';
import { nameOf } from '../shared/name.js';
import { Audience } from '../shared/withheld.js';
import { FormDialog, type Answers, type FieldSpec } from './form-dialog.js';
import type { Mediation, Party } from './mediation.page.js';
import { fellOutside } from './stages.js';

export type PartyDeed = 'answer' | 'hear' | 'mayTell' | 'warn' | 'change' | 'add';
const DOCUMENTS: Record<PartyDeed, TypedDocumentString<unknown, never>> = { answer: AnswerPartyDocument, hear: HearPartyDocument, mayTell: ApproveWordsDocument, warn: WarnOthersDocument, change: ChangePartyDocument, add: AddPartyDocument };
const PERSON = ['givenName', 'familyName', 'phone', 'email', 'language'] as const;

type Props = { deed: PartyDeed; row: Mediation; party?: Party; other?: string; onClose: () => void };

/** What one of the parties answered, when she was heard, what may be told of her; each written down by itself. */
export function PartyDialog({ deed, row, party, other = '', onClose }: Props) {
  const { t } = useTranslation();
  const words = deed === 'answer' && party?.side === 'RENTER' && fellOutside(row) ? 'refer' : deed;
  const fields = usePartyFields(words, party, other);
  const isPerson = deed === 'change' || deed === 'add';
  const name = party ? (nameOf(party) ?? '') : '';
  const variables = (answers: Answers): object => {
    if (deed === 'add') return { mediationId: row.id, renter: answers };
    const { id, version } = party!;
    // What was emptied is taken away.
    return deed === 'change' ? { id, version, changes: Object.fromEntries(PERSON.map((field) => [field, answers[field] ?? null])) } : { id, version, ...answers };
  };
  return (
    <FormDialog
      title={t(`mediation.party.${deed}.title`, { name, other })}
      text={!isPerson && <p>{t(`mediation.party.${words as Exclude<typeof words, 'change' | 'add'>}.text`, { name, other })}</p>}
      fields={fields}
      confirm={t('form.save')}
      done={t(`mediation.party.${deed}.done`)}
      document={DOCUMENTS[deed]}
      variables={variables}
      foot={<Audience alone>{t('mediation.party.reads')}</Audience>}
      onClose={onClose}
    />
  );
}

function usePartyFields(deed: PartyDeed | 'refer', party: Party | undefined, other: string): FieldSpec[] {
  const { t } = useTranslation();
  const answers = (['AGREED', 'DECLINED', 'NOT_REACHED'] as const).map((value) => ({ value, label: t(`mediation.answer.${value}`) }));
  const on = (initial: string | null | undefined): FieldSpec => ({ name: 'on', kind: 'day', label: t('mediation.party.on'), initial: typedDay(initial ?? today()) });
  if (deed === 'answer' || deed === 'refer') return [{ name: 'answer', kind: 'choice', label: t(`mediation.party.${deed}.label`), options: answers, initial: party?.answer === 'OPEN' ? '' : party?.answer }, on(party?.answeredOn), { name: 'way', kind: 'line', label: t('mediation.party.way'), hint: t('mediation.party.answer.wayHint'), optional: true, max: 200, initial: party?.answerWay ?? '' }];
  if (deed === 'hear') return [on(party?.heardOn), { name: 'way', kind: 'line', label: t('mediation.party.way'), hint: t('mediation.party.hear.wayHint'), max: 200, initial: party?.heardWay ?? '' }];
  if (deed === 'mayTell') return [{ name: 'says', kind: 'long', label: t('mediation.party.mayTell.label', { other }), hint: t('mediation.party.mayTell.hint'), max: 1000, initial: party?.mayTell ?? '' }];
  if (deed === 'warn') return [{ name: 'ground', kind: 'long', label: t('mediation.party.warn.label'), hint: t('mediation.party.warn.hint'), max: 1000, initial: party?.dangerToldGround ?? '' }];
  return PERSON.map((name) => ({ name, kind: 'line', label: t(`field.${name}`), optional: name !== 'familyName' && !(deed === 'add' && name === 'givenName'), max: maxOf('MediationParty', name, 80), initial: party?.[name] ?? '' }));
}
