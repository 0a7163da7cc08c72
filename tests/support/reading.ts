import { z } from 'zod';
import { ANSWERS, type AnswerName } from '../../plugins/webinars/shared/api';
import { LOCALES } from '../../plugins/webinars/shared/locales';
import type { Answer, AnyBody } from './http';
import type { TestApp } from './strapi';

type Shape<Name extends AnswerName> = z.output<(typeof ANSWERS)[Name]>;

const meta = z.strictObject({ locale: z.enum(LOCALES) });
const pageMeta = meta.extend({ pagination: ANSWERS.Pagination });

export const get = (app: TestApp, path: string, headers: Record<string, string> = {}) =>
  app.api.get<AnyBody>(`/api/webinars${path}`, { headers });

/**
 * Readers that hold every answer against its published schema: a field that is missing, or one that is too many, is
 * a failure.
 */
export const readPage = async <Name extends AnswerName>(app: TestApp, path: string, of: Name) => {
  const envelope = z.strictObject({ data: z.unknown(), meta: pageMeta });
  const { data, meta: answered } = envelope.parse(okBody(await get(app, path)));
  return { items: parseAll(of, data), ...answered };
};

/** The next sessions, and what stands around them. */
export const readUpcoming = async (app: TestApp, query = '') => {
  const section = ANSWERS.UpcomingSection;
  const envelope = z.strictObject({ data: z.unknown(), meta: meta.extend({ section }) });
  const answered = envelope.parse(okBody(await get(app, `/sessions/upcoming${query}`)));
  return { items: parseAll('UpcomingSession', answered.data), ...answered.meta };
};

export const readItem = async <Name extends AnswerName>(
  app: TestApp,
  path: string,
  of: Name
): Promise<Shape<Name>> => {
  const envelope = z.strictObject({ data: z.unknown(), meta });
  return parse(of, envelope.parse(okBody(await get(app, path))).data);
};

const parse = <Name extends AnswerName>(of: Name, data: unknown): Shape<Name> => {
  const schema: z.ZodType<Shape<Name>> = ANSWERS[of] as never;
  return schema.parse(data);
};

const parseAll = <Name extends AnswerName>(of: Name, data: unknown): Shape<Name>[] =>
  z
    .array(z.unknown())
    .parse(data)
    .map((item) => parse(of, item));

const okBody = (answer: Answer): unknown => {
  expect({ status: answer.status, body: answer.body }).toMatchObject({ status: 200 });
  return answer.body;
};

/** Codes by field, of a request that was refused as invalid. */
export const fieldErrors = (answer: Answer): Record<string, string> => {
  expect({ status: answer.status, code: answer.body.error?.details.code }).toEqual({
    status: 400,
    code: 'validation_failed',
  });
  const errors = answer.body.error?.details.errors ?? [];
  return Object.fromEntries(errors.map(({ path, code }) => [path.join('.'), code]));
};
