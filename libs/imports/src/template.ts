import { csv } from './cells.js';
import type { Column } from './columns.js';

const NEEDED = { ALWAYS: 'Verplicht. ', WITH_REFERRAL: 'Verplicht bij een doorverwijzing. ' } as const;

/** What a person must know of a column, in one text. */
const explained = ({ required, says, values }: Column): string => `${required ? NEEDED[required] : ''}${says}${values ? ` Kies uit: ${values.join(', ')}.` : ''}`;

/** An empty file to fill in: the columns, and two rows that only explain (they begin with #). */
export const templateOf = (columns: readonly Column[]): string =>
  csv([columns.map(({ name }) => name), columns.map((each, at) => `${at ? '' : '# Uitleg. '}${explained(each)}`), columns.map(({ example }, at) => `${at ? '' : '# Voorbeeld: '}${example}`)]);
