import { aRegistrationBody, type RegistrationInput } from '../factories';
import type { AnyBody, Answer } from './http';
import type { TestApp } from './strapi';

export type Receipt = {
  reference: string;
  token: string;
  status: string;
  waitlistPosition?: number;
  holdExpiresAt?: string;
  nextStep: string | null;
};

export type ReceiptAnswer = Answer<AnyBody & { data: Receipt }>;

/** Registers over HTTP, whatever comes back. `session` is a documentId or slug. */
export const register = (
  app: TestApp,
  session: string,
  overrides: RegistrationInput = {},
  query = ''
): Promise<ReceiptAnswer> =>
  app.api.post(`/api/webinars/sessions/${session}/registrations${query}`, {
    body: aRegistrationBody(overrides),
  });

/** Registers and expects to be let in. */
export const registered = async (
  app: TestApp,
  session: string,
  overrides: RegistrationInput = {},
  query = ''
): Promise<Receipt> => {
  const answer = await register(app, session, overrides, query);
  expect(answer).toMatchObject({ status: 201 });
  return answer.body.data;
};

export const look = (app: TestApp, token: string, query = '') =>
  app.api.get<AnyBody & { data: Record<string, unknown> }>(
    `/api/webinars/registrations/${token}${query}`
  );

export const cancel = (app: TestApp, token: string) =>
  app.api.post<AnyBody & { data: Record<string, unknown> }>(
    `/api/webinars/registrations/${token}/cancel`
  );

/** Expects a refusal in Strapi's envelope, with its code and a sentence. */
export const expectRefusal = (answer: Answer, status: number, code: string) => {
  expect({ status: answer.status, code: answer.body.error?.details?.code }).toEqual({
    status,
    code,
  });
  expect(answer.body).toEqual({
    data: null,
    error: {
      status,
      name: expect.any(String),
      message: expect.stringMatching(/^\p{Lu}.*[.!]$/u),
      details: expect.objectContaining({ code }),
    },
  });
};
