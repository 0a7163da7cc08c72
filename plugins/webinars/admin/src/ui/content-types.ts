/** The content types that this plugin adds something to in the Content Manager. */
export const REGISTRATION = 'plugin::webinars.registration';
export const SESSION = 'plugin::webinars.session';

/** How the Content Manager's cache calls what it has read: whoever changes it past the Content Manager says so. */
export const documentTag = (uid: string, documentId: string) =>
  ({ type: 'Document', id: `${uid}_${documentId}` }) as const;
export const listTag = (uid: string) => ({ type: 'Document', id: `${uid}_LIST` }) as const;
