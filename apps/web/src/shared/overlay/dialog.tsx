import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from '../button.js';

type DialogProps = { title: string; isOpen: boolean; onClose: () => void; wide?: boolean; children: ReactNode };

/** A question over the page; Escape closes it. */
export function Dialog({ title, isOpen, onClose, wide, children }: DialogProps) {
  return (
    <ModalOverlay className="cover" isOpen={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Modal className={wide ? 'dialog dialog--wide' : 'dialog'}>
        <AriaDialog>
          <div className="dialog__body dialog__title">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** A message that cannot be waved away; `opaque` hides what is under it. */
export function Cover({ title, opaque, children }: { title: string; opaque?: boolean; children: ReactNode }) {
  return (
    <ModalOverlay className={opaque ? 'cover cover--opaque' : 'cover cover--top'} isOpen isKeyboardDismissDisabled>
      <Modal className="dialog">
        <AriaDialog role="alertdialog">
          <div className="dialog__body dialog__title">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

type ConfirmProps = { title: string; text: string; confirm: string; cancel?: string; bad?: boolean; isOpen: boolean; isPending?: boolean; onConfirm: () => void; onClose: () => void; children?: ReactNode };

/** Asks once more before something that is not easily undone. */
export function Confirm({ title, text, confirm, cancel, bad, isOpen, isPending, onConfirm, onClose, children }: ConfirmProps) {
  const { t } = useTranslation();
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose}>
      <div className="dialog__body">
        <p>{text}</p>
        {children}
      </div>
      <div className="dialog__foot">
        <Button variant={bad ? 'bad' : 'main'} isPending={isPending} onPress={onConfirm}>
          {confirm}
        </Button>
        <Button onPress={onClose}>{cancel ?? t('app.cancel')}</Button>
      </div>
    </Dialog>
  );
}
