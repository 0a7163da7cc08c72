import { useIntl } from 'react-intl';
import type english from '../translations/en.json';

export type TextKey = keyof typeof english;
export type Text = (id: TextKey, values?: Record<string, string | number>) => string;

/** The plugin's texts in the language of the editor. */
export const useText = (): Text => {
  const { formatMessage } = useIntl();
  return (id, values) => formatMessage({ id }, values);
};
