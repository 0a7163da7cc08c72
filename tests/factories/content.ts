import type { Core } from '@strapi/strapi';

export type Document = { documentId: string } & Record<string, unknown>;
type Overrides = Record<string, unknown>;

const HOUR = 3_600_000;
let serial = 0;

export const inHours = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();
export const inDays = (days: number) => inHours(days * 24);

/** A published topic in English; `german` adds the German version. */
export const aTopic = async (
  strapi: Core.Strapi,
  { german, ...overrides }: Overrides & { german?: Overrides } = {}
): Promise<Document> => {
  serial += 1;
  const topics = documentsOf(strapi, 'plugin::webinars.topic');
  const topic = await topics.create({
    data: {
      title: `Reading a balance sheet ${serial}`,
      slug: `reading-a-balance-sheet-${serial}`,
      description: 'What it tells.',
      ...overrides,
    },
    locale: 'en',
  });
  if (german) {
    const data = { slug: `eine-bilanz-lesen-${serial}`, ...german };
    await topics.update({ documentId: topic.documentId, locale: 'de', data });
  }
  await topics.publish?.({ documentId: topic.documentId, locale: '*' });
  return topic;
};

/** A speaker in English; `german` adds the German version. */
export const aSpeaker = async (
  strapi: Core.Strapi,
  { german, ...overrides }: Overrides & { german?: Overrides } = {}
): Promise<Document> => {
  serial += 1;
  const speakers = documentsOf(strapi, 'plugin::webinars.speaker');
  const speaker = await speakers.create({
    data: {
      firstName: 'Grace',
      lastName: `Hopper ${serial}`,
      slug: `grace-hopper-${serial}`,
      email: `grace.${serial}@example.org`,
      ...overrides,
    },
    locale: 'en',
  });
  if (german) {
    const data = { slug: `grace-hopper-de-${serial}`, ...german };
    await speakers.update({ documentId: speaker.documentId, locale: 'de', data });
  }
  return speaker;
};

const topics = new WeakMap<Core.Strapi, Promise<Document>>();

/** What a session is about seldom matters to a test: those that do not say share one topic. */
const sharedTopic = (strapi: Core.Strapi): Promise<Document> => {
  const topic = topics.get(strapi) ?? aTopic(strapi);
  topics.set(strapi, topic);
  return topic;
};

/** A published session a week from now with unlimited seats, about a topic that others share. */
export const aSession = async (
  strapi: Core.Strapi,
  overrides: Overrides = {}
): Promise<Document> => {
  const topic = overrides.topic ?? (await sharedTopic(strapi)).documentId;
  return documentsOf(strapi, 'plugin::webinars.session').create({
    data: {
      datetime: inDays(7),
      duration: 60,
      timezone: 'Europe/Berlin',
      language: 'en',
      sessionType: 'single-speaker',
      price: 0,
      currency: 'EUR',
      state: 'published',
      ...overrides,
      topic,
    },
  });
};

/** Writes into the programme's one settings document, whether it is there already or not. */
export const programSettings = async (strapi: Core.Strapi, data: Overrides): Promise<void> => {
  const settings = documentsOf(strapi, 'plugin::webinars.program-settings');
  const existing = await settings.findFirst({ locale: 'en' });
  if (existing === null) await settings.create({ data, locale: 'en' });
  else await settings.update({ documentId: existing.documentId, data, locale: 'en' });
};

type Documents = {
  findFirst(params: { locale: string }): Promise<Document | null>;
  create(params: { data: Overrides; locale?: string }): Promise<Document>;
  update(params: { documentId: string; data: Overrides; locale?: string }): Promise<Document>;
  publish?(params: { documentId: string; locale: string }): Promise<unknown>;
  unpublish(params: { documentId: string; locale?: string }): Promise<unknown>;
  delete(params: { documentId: string }): Promise<unknown>;
};

/** The types that Strapi generates know the content types only after a build: tests name them by hand. */
export const documentsOf = (strapi: Core.Strapi, uid: string): Documents => {
  const documents: (uid: string) => unknown = strapi.documents as never;
  return documents(uid) as Documents;
};
