import { useAPIErrorHandler, useNotification } from '@strapi/strapi/admin';
import type { EditingOutcome } from '../../../shared/editing';
import { useText, type Text, type TextKey } from '../ui/use-text';
import type { ActionName } from './actions';
import { useEditRegistrationsMutation } from './api';

type Refused = Extract<EditingOutcome, { code: string }>;

/**
 * Does something to registrations and tells the editor what became of it. Answers those that were refused, or null
 * when the server did not answer at all.
 */
export const useEditRegistrations = (action: ActionName) => {
  const [edit] = useEditRegistrationsMutation();
  const { toggleNotification } = useNotification();
  const { _unstableFormatAPIError: formatError } = useAPIErrorHandler();
  const text = useText();

  return async (registrations: readonly string[], reason?: string): Promise<string[] | null> => {
    const answer = await edit({ action, registrations, ...(reason && { reason }) });
    if ('error' in answer) {
      toggleNotification({ type: 'danger', message: formatError(answer.error) });
      return null;
    }
    const refused = answer.data.filter(isRefused);
    toggleNotification({
      type: refused.length === 0 ? 'success' : 'warning',
      message: inWords(text, action, answer.data, refused),
    });
    return refused.map(({ documentId }) => documentId);
  };
};

const isRefused = (outcome: EditingOutcome): outcome is Refused => 'code' in outcome;

const inWords = (
  text: Text,
  action: ActionName,
  outcomes: readonly EditingOutcome[],
  refused: readonly Refused[]
): string => {
  const [single, ...others] = outcomes;
  if (single !== undefined && others.length === 0) {
    return isRefused(single) ? single.message : text(sentenceOf(action, single.status));
  }
  const done = outcomes.length - refused.length;
  if (refused.length === 0) return text('webinars.registrations.all-done', { done });
  return text('webinars.registrations.some-refused', {
    done,
    refused: refused.length,
    sentences: [...new Set(refused.map(({ message }) => message))].join(' '),
  });
};

/** Approving has more than one outcome: all seats may be taken, or the seat must be paid first. */
const sentenceOf = (action: ActionName, status: string): TextKey => {
  if (action !== 'approve') return `webinars.registrations.${action}.done`;
  switch (status) {
    case 'awaiting_payment':
    case 'offered':
    case 'waitlisted':
      return `webinars.registrations.approve.done.${status}`;
    default:
      return 'webinars.registrations.approve.done.confirmed';
  }
};
