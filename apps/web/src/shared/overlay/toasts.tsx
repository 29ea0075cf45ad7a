import { useTranslation } from 'react-i18next';
import { Button, Text, UNSTABLE_Toast as Toast, UNSTABLE_ToastContent as ToastContent, UNSTABLE_ToastQueue as ToastQueue, UNSTABLE_ToastRegion as ToastRegion } from 'react-aria-components';
import { Icon } from '../icon.js';

const queue = new ToastQueue<string>({ maxVisibleToasts: 2 });

/** Says shortly that something was done. */
export const toast = (text: string): void => void queue.add(text, { timeout: 8000 });

/** Where the short messages appear. */
export function Toasts() {
  const { t } = useTranslation();
  return (
    <ToastRegion queue={queue} className="toasts" aria-label={t('app.messages')}>
      {({ toast: one }) => (
        <Toast toast={one} className="toast">
          <Icon name="check" />
          <ToastContent className="grow">
            <Text slot="title">{one.content}</Text>
          </ToastContent>
          <Button slot="close" className="iconbtn" aria-label={t('app.close')}>
            <Icon name="x" size="s" />
          </Button>
        </Toast>
      )}
    </ToastRegion>
  );
}
