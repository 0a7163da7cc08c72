import type { Answer, AnyBody, HttpClient } from './http';

const SESSIONS = '/content-manager/collection-types/plugin::webinars.session';
const REGISTRATIONS = '/content-manager/collection-types/plugin::webinars.registration';

type DocumentAnswer = Answer<AnyBody & { data: { documentId: string } & Record<string, unknown> }>;
type Data = Record<string, unknown>;

/** What an editor does in the Content Manager, through the requests that its forms send. */
export const createEditor = (admin: HttpClient) => ({
  createSession: (data: Data): Promise<DocumentAnswer> => admin.post(SESSIONS, { body: data }),
  updateSession: (documentId: string, data: Data): Promise<DocumentAnswer> =>
    admin.put(`${SESSIONS}/${documentId}`, { body: data }),
  deleteSession: (documentId: string) => admin.delete(`${SESSIONS}/${documentId}`),
  cloneSession: (documentId: string, data: Data = {}): Promise<DocumentAnswer> =>
    admin.post(`${SESSIONS}/clone/${documentId}`, { body: data }),
  deleteSessions: (documentIds: string[]) =>
    admin.post(`${SESSIONS}/actions/bulkDelete`, { body: { documentIds } }),
  createRegistration: (data: Data): Promise<DocumentAnswer> =>
    admin.post(REGISTRATIONS, { body: data }),
  updateRegistration: (documentId: string, data: Data): Promise<DocumentAnswer> =>
    admin.put(`${REGISTRATIONS}/${documentId}`, { body: data }),
  deleteRegistration: (documentId: string) => admin.delete(`${REGISTRATIONS}/${documentId}`),
  cloneRegistration: (documentId: string) =>
    admin.post(`${REGISTRATIONS}/clone/${documentId}`, { body: {} }),
});

export type Editor = ReturnType<typeof createEditor>;
