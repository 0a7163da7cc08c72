import { useState } from 'react';
import { Button, Modal } from '@strapi/design-system';
import { useForm, useNotification } from '@strapi/strapi/admin';
import { useText } from '../ui/use-text';
import { ACTIONS, type ActionName } from './actions';
import { Question } from './Question';
import { useEditRegistrations } from './use-edit-registrations';

/** Does one thing to the registration whose form it stands beside, after a question where that is called for. */
export const ActionButton = ({
  action,
  registration,
}: {
  action: ActionName;
  registration: string;
}) => {
  const { icon, variant, isAskedTwice } = ACTIONS[action];
  const isModified = useForm('ActionButton', ({ modified }) => modified);
  const { toggleNotification } = useNotification();
  const edit = useEditRegistrations(action);
  const [isAsking, setIsAsking] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const text = useText();

  const press = async () => {
    // The form is filled in anew with what the server answers: what was typed would be gone.
    if (isModified) {
      toggleNotification({ type: 'warning', message: text('webinars.registrations.unsaved') });
      return;
    }
    if (isAskedTwice) return setIsAsking(true);
    setIsSending(true);
    await edit([registration]);
    setIsSending(false);
  };

  return (
    <>
      <Button fullWidth startIcon={icon} variant={variant} loading={isSending} onClick={press}>
        {text(`webinars.registrations.${action}.label`)}
      </Button>
      <Modal.Root open={isAsking} onOpenChange={setIsAsking}>
        <Modal.Content>
          <Modal.Header>
            <Modal.Title>
              {text(`webinars.registrations.${action}.title`, { count: 1 })}
            </Modal.Title>
          </Modal.Header>
          <Question
            action={action}
            registrations={[registration]}
            onClose={() => setIsAsking(false)}
          />
        </Modal.Content>
      </Modal.Root>
    </>
  );
};
