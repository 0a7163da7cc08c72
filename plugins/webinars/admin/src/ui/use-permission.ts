import { useMemo } from 'react';
import { useRBAC } from '@strapi/strapi/admin';

/** Whether the editor may do `action`, a permission by its whole name, to documents of `subject` if there is one. */
export const usePermission = (action: string, subject: string | null = null): boolean => {
  const permissions = useMemo(() => [{ action, subject }], [action, subject]);
  const { allowedActions } = useRBAC(permissions);
  return Object.values(allowedActions).every(Boolean);
};
