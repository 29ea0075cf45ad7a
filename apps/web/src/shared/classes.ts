import { useTranslation } from 'react-i18next';
import type { DataClass } from '../generated/graphql/graphql.js';
import { PART_OF } from '../generated/records.js';
import { formatList } from './format.js';

/** What every receiver sees, whatever was chosen. */
export const BY_RIGHT: readonly DataClass[] = ['CORE', 'IDENTITY'];

export const wholeOf = (part: DataClass): DataClass | undefined => PART_OF[part] as DataClass | undefined;

/** Without the parts of which the whole is there. */
export const wholesOf = (classes: readonly DataClass[]): DataClass[] => classes.filter((each) => !classes.includes(wholeOf(each)!));

/** Classes in one sentence: "contact, gezin en inkomen". */
export function useClassWords(): (classes: readonly DataClass[]) => string {
  const { t } = useTranslation();
  return (classes) => formatList(wholesOf(classes).map((each) => t(`dataClass.${each}`).toLowerCase()));
}
