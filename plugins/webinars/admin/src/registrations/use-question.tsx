import { useCallback } from 'react';
import type { BulkActionDescription } from '@strapi/content-manager/strapi-admin';
import { useText } from '../ui/use-text';
import type { ActionName } from './actions';
import { Question } from './Question';

/** The dialog that asks before something is done to registrations, as the Content Manager wants it described. */
export const useQuestion = (
  action: ActionName,
  registrations: readonly string[],
  onDone?: (refused: string[] | null) => void
): NonNullable<BulkActionDescription['dialog']> => {
  const text = useText();
  // The same component throughout: another one would forget what was typed.
  const content = useCallback(
    ({ onClose }: { onClose: () => void }) => (
      <Question action={action} registrations={registrations} onDone={onDone} onClose={onClose} />
    ),
    [action, registrations, onDone]
  );
  const count = registrations.length;
  return {
    type: 'modal',
    title: text(`webinars.registrations.${action}.title`, { count }),
    content,
  };
};
