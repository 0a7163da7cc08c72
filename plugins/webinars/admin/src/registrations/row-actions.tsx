import { useMemo } from 'react';
import type { DocumentActionComponent } from '@strapi/content-manager/strapi-admin';
import { REGISTRATION } from '../ui/content-types';
import { usePermission } from '../ui/use-permission';
import { useText } from '../ui/use-text';
import { ACTIONS, ACTION_NAMES, type ActionName } from './actions';
import { useEditRegistrations } from './use-edit-registrations';
import { useQuestion } from './use-question';

/** One of the entries in the menu of a registration's row. */
const rowAction = (action: ActionName): DocumentActionComponent => {
  const { permission, isPossible, isAskedTwice, icon } = ACTIONS[action];

  const RowAction: DocumentActionComponent = ({ model, documentId = '', document }) => {
    const isAllowed = usePermission(permission);
    const registrations = useMemo(() => [documentId], [documentId]);
    const edit = useEditRegistrations(action);
    const question = useQuestion(action, registrations);
    const text = useText();

    if (model !== REGISTRATION || document === undefined) return null;
    if (!isAllowed || !isPossible(document.state)) return null;
    const label = text(`webinars.registrations.${action}.label`);
    const looks = { label, icon, position: 'table-row' } as const;
    if (isAskedTwice) return { ...looks, dialog: question };
    return {
      ...looks,
      onClick: async () => {
        await edit(registrations);
      },
    };
  };
  RowAction.position = 'table-row';
  return RowAction;
};

export const rowActions = ACTION_NAMES.map(rowAction);
