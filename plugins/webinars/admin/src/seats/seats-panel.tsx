import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { SESSION } from '../ui/content-types';
import { usePermission } from '../ui/use-permission';
import { useText } from '../ui/use-text';
import { Seats } from './Seats';

/** Beside a session's form: who has its seats. */
export const SeatsPanel: PanelComponent = ({ model, documentId, document }) => {
  const isAllowed = usePermission('plugin::webinars.seats.read');
  const text = useText();
  if (model !== SESSION || documentId === undefined || document === undefined) return null;
  if (!isAllowed) return null;
  return {
    title: text('webinars.seats.title'),
    content: <Seats session={documentId} slug={document.slug} />,
  };
};
