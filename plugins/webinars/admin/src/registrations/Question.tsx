import { useState } from 'react';
import { Button, Field, Flex, Modal, Textarea, Typography } from '@strapi/design-system';
import { useText } from '../ui/use-text';
import { ACTIONS, type ActionName } from './actions';
import { useEditRegistrations } from './use-edit-registrations';

/** As much as the server takes. */
const LONGEST_REASON = 1000;

type Props = {
  action: ActionName;
  registrations: readonly string[];
  /** Hears which ones were refused; null: the server did not answer. */
  onDone?: (refused: string[] | null) => void;
  onClose: () => void;
};

/** The inside of the dialog that asks before something is done; before rejecting also why. */
export const Question = ({ action, registrations, onDone, onClose }: Props) => {
  const text = useText();
  const edit = useEditRegistrations(action);
  const [reason, setReason] = useState('');
  const [isSending, setIsSending] = useState(false);
  const count = registrations.length;

  const run = async () => {
    setIsSending(true);
    const refused = await edit(registrations, reason.trim());
    onClose();
    onDone?.(refused);
  };

  return (
    <>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography>{text(`webinars.registrations.${action}.question`, { count })}</Typography>
          {action === 'reject' && (
            <Field.Root name="reason" hint={text('webinars.registrations.reject.hint', { count })}>
              <Field.Label>{text('webinars.registrations.reject.reason')}</Field.Label>
              <Textarea
                value={reason}
                maxLength={LONGEST_REASON}
                onChange={({ target }: { target: HTMLTextAreaElement }) => setReason(target.value)}
              />
              <Field.Hint />
            </Field.Root>
          )}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button variant="tertiary" onClick={onClose}>
          {text('webinars.registrations.back')}
        </Button>
        <Button variant={ACTIONS[action].confirmVariant} loading={isSending} onClick={run}>
          {text(`webinars.registrations.${action}.confirm`, { count })}
        </Button>
      </Modal.Footer>
    </>
  );
};
