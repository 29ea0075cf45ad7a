import { useTranslation } from 'react-i18next';
import { Shape, type ShapeName } from '../shared/icon.js';
import type { Fate } from './run.js';

const LOOKS: { readonly [fate in Fate]: ShapeName } = { FITS: 'ok', ENTERED: 'ok', PRESENT: 'plan', DIFFERS: 'wait', FAULTY: 'no' };

/** What became of a row: text, shape and colour. */
export function FateStatus({ fate }: { fate: Fate }) {
  const { t } = useTranslation();
  return (
    <span className={`status status--${LOOKS[fate]}`}>
      <Shape name={LOOKS[fate]} />
      {t(`imports.result.fates.${fate}`)}
    </span>
  );
}
