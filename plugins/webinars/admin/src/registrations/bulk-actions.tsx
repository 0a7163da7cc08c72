import { useCallback, useMemo } from 'react';
import { useTable } from '@strapi/strapi/admin';
import type { BulkActionComponent } from '@strapi/content-manager/strapi-admin';
import { REGISTRATION } from '../ui/content-types';
import { usePermission } from '../ui/use-permission';
import { useText } from '../ui/use-text';
import { ACTIONS, ACTION_NAMES, type ActionName } from './actions';
import { useQuestion } from './use-question';

/** One of the buttons above the list, for those that are ticked. What was refused stays ticked. */
const bulkAction = (action: ActionName): BulkActionComponent => {
  const { permission, isPossible, icon, variant } = ACTIONS[action];

  const BulkAction: BulkActionComponent = ({ model, documents }) => {
    const isAllowed = usePermission(permission);
    const selectRow = useTable(action, (table) => table.selectRow);
    const text = useText();
    const registrations = useMemo(() => documents.map(({ documentId }) => documentId), [documents]);
    const onDone = useCallback(
      (refused: string[] | null) => {
        if (refused === null) return;
        selectRow(documents.filter(({ documentId }) => refused.includes(documentId)));
      },
      [documents, selectRow]
    );
    const dialog = useQuestion(action, registrations, onDone);

    if (model !== REGISTRATION || !isAllowed) return null;
    if (!documents.some(({ state }) => isPossible(state))) return null;

    return { label: text(`webinars.registrations.${action}.label`), icon, variant, dialog };
  };
  return BulkAction;
};

export const bulkActions = ACTION_NAMES.map(bulkAction);
