import { useTranslation } from 'react-i18next';
import { Button } from './button.js';

type Pages = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };

/** Under a list that comes in pages: the next one, while there is one. */
export function More({ of: { hasNextPage, isFetchingNextPage, fetchNextPage } }: { of: Pages }) {
  const { t } = useTranslation();
  if (!hasNextPage) return null;
  return (
    <p className="panel__foot">
      <Button small isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>
        {t('app.more')}
      </Button>
    </p>
  );
}
