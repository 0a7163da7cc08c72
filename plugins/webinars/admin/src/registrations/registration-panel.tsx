import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { REGISTRATION } from '../ui/content-types';
import { usePermission } from '../ui/use-permission';
import { useText } from '../ui/use-text';
import { ACTIONS, ACTION_NAMES } from './actions';
import { ActionButton } from './ActionButton';

/** Beside a registration's form: what may be done to it. */
export const RegistrationPanel: PanelComponent = ({ model, documentId, document }) => {
  const text = useText();
  const isAllowed = {
    approve: usePermission(ACTIONS.approve.permission),
    reject: usePermission(ACTIONS.reject.permission),
    resend: usePermission(ACTIONS.resend.permission),
    cancel: usePermission(ACTIONS.cancel.permission),
  };
  if (model !== REGISTRATION || documentId === undefined || document === undefined) return null;

  const actions = ACTION_NAMES.filter(
    (action) => isAllowed[action] && ACTIONS[action].isPossible(document.state)
  );
  if (actions.length === 0) return null;
  return {
    title: text('webinars.registrations.panel'),
    content: actions.map((action) => (
      <ActionButton key={action} action={action} registration={documentId} />
    )),
  };
};
