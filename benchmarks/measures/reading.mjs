import { OWN_PATH } from '../host/own-content-api.mjs';
import { createDatabase } from '../support/databases.mjs';
import { benchEnvironment } from '../support/environment.mjs';
import { sendLoad } from '../support/load.mjs';
import { startServed } from '../support/rpc.mjs';
import { interleave, medianRatio, ratesOf } from '../support/statistics.mjs';

const PROGRAMME = 1000;
const PAGE_SIZE = 12;

/** Whether a session runs at this moment is a question that Strapi's filters cannot ask. */
const TOMORROW = new Date(Date.now() + 86_400_000).toISOString();

const PRODUCT_URL = `/api/webinars/sessions?pageSize=${PAGE_SIZE}&from=${TOMORROW}`;

/** What the product's cards show, and nothing else. */
const NAMED = { fields: ['slug', 'name'] };
const IMAGE = { fields: ['url'] };
const PERSON = {
  fields: [
    ...['slug', 'firstName', 'lastName', 'title', 'company', 'position'],
    ...['linkedinUrl', 'consultantType', 'isInternal'],
  ],
  populate: { photo: IMAGE, expertise: true },
};
const OWN_QUERY = {
  filters: { state: { $in: ['published', 'live'] }, datetime: { $gte: TOMORROW } },
  sort: ['datetime:asc', 'documentId:asc'],
  pagination: { page: 1, pageSize: PAGE_SIZE },
  fields: [
    ...['slug', 'state', 'datetime', 'duration', 'timezone', 'language', 'sessionType', 'capacity'],
    ...['price', 'currency', 'earlyBirdPrice', 'earlyBirdEndDate', 'registrationCount'],
  ],
  populate: {
    topic: {
      fields: ['slug', 'title', 'description', 'difficultyLevel'],
      populate: { category: NAMED, tags: NAMED, thumbnail: IMAGE, promotionalImage: IMAGE },
    },
    ...{ speaker: PERSON, panelists: PERSON, moderator: PERSON },
    overrides: true,
    promotionalImage: IMAGE,
  },
};

/** Three filters, which both sides apply. */
const FILTERED_URL = `${PRODUCT_URL}&language=en&sessionType=single-speaker&difficulty=beginner`;
const OWN_FILTERED_QUERY = {
  ...OWN_QUERY,
  filters: {
    ...OWN_QUERY.filters,
    language: 'en',
    sessionType: 'single-speaker',
    topic: { difficultyLevel: 'beginner' },
  },
};

/** Everything that a landing page shows. */
const MATERIALS = { populate: { file: IMAGE } };
const WHOLE_PERSON = {
  populate: {
    ...{ photo: IMAGE, expertise: true, socialHandles: true, linkedinData: true },
    ...{ industries: NAMED, performance: true, businessSettings: true },
    credentials: { populate: '*' },
    branding: { populate: { logo: IMAGE, brandColors: true } },
  },
};
const OWN_DETAIL_QUERY = {
  populate: {
    topic: {
      populate: {
        ...{ category: NAMED, tags: NAMED, thumbnail: IMAGE, promotionalImage: IMAGE },
        ...{ learningObjectives: true, agenda: true, materials: MATERIALS },
      },
    },
    ...{ speaker: WHOLE_PERSON, panelists: WHOLE_PERSON, moderator: WHOLE_PERSON },
    ...{ overrides: true, promotionalImage: IMAGE, agenda: true, materials: MATERIALS },
    ...{ consultantFocus: { populate: '*' }, consultantConfiguration: true },
  },
};

/** As `qs` writes it, which Strapi reads. */
const pairsOf = (value, name) => {
  if (typeof value !== 'object') return [[name, String(value)]];
  return Object.entries(value).flatMap(([key, part]) =>
    pairsOf(part, name === '' ? key : `${name}[${key}]`)
  );
};
const addressOf = (query, path = OWN_PATH) => `${path}?${new URLSearchParams(pairsOf(query, ''))}`;
const OWN_URL = addressOf(OWN_QUERY);
const OWN_FILTERED_URL = addressOf(OWN_FILTERED_QUERY);

/** A page of the programme over HTTP: against Strapi's own content API on the same rows. */
export const measureReading = async ({ kind, postgresUrl, rounds, seconds, say }) => {
  const database = await createDatabase(kind, postgresUrl);
  const env = benchEnvironment({ database, smtpPort: 9 });
  const server = await startServed('host/server.mjs', { env: { ...env, BENCH_ROUTES: 'on' } });

  try {
    const address = await server.call('address');
    say(`creating a programme of ${PROGRAMME} sessions`);
    await server.call('createProgramme', { sessions: PROGRAMME });
    await refuseDifference(address, { product: PRODUCT_URL, own: OWN_URL });
    await refuseDifference(address, { product: FILTERED_URL, own: OWN_FILTERED_URL });
    const [{ documentId, slug }] = await answerOf(address, PRODUCT_URL);

    const get = (url) =>
      sendLoad({ address, method: 'GET', makeRequest: () => ({ path: url }), seconds });
    const compare = async ({ product, own, ...promise }) => {
      say(promise.measure);
      await get(product);
      await get(own);
      const rates = { reference: () => get(own), candidate: () => get(product) };
      const pairs = ratesOf(await interleave(rounds, rates));
      return { ...promise, unit: 'req/s', pairs, ratio: medianRatio(pairs), remarks: [] };
    };

    return [
      await compare({
        measure: `A page of ${PAGE_SIZE} of ${PROGRAMME} sessions, with topics, speakers and seats`,
        referenceName:
          "Strapi's own `find` of the same sessions, with topics and speakers, without seats",
        floor: { atLeast: 3 },
        product: PRODUCT_URL,
        own: OWN_URL,
      }),
      await compare({
        measure: 'The same with three filters',
        referenceName: "Strapi's own `find` with the same filters",
        floor: { atLeast: 8 },
        product: FILTERED_URL,
        own: OWN_FILTERED_URL,
      }),
      await compare({
        measure: 'Everything about one session',
        referenceName: "Strapi's own `findOne` with everything that is shown",
        floor: { atLeast: 8 },
        product: `/api/webinars/sessions/${slug}`,
        own: addressOf(OWN_DETAIL_QUERY, `${OWN_PATH}/${documentId}`),
      }),
    ];
  } finally {
    await server.stop();
    await database.drop();
  }
};

/** The comparison is fair only as long as both sides show the same. */
const refuseDifference = async (address, urls) => {
  const product = (await answerOf(address, urls.product)).map(shownOf);
  const own = (await answerOf(address, urls.own)).map(shownOf);
  if (product.length !== PAGE_SIZE || JSON.stringify(product) !== JSON.stringify(own)) {
    const seen = [product, own].map((side) => JSON.stringify(side, null, 1));
    throw new Error(`The two sides show different pages:\n${seen.join('\n\nits own:\n')}`);
  }
};

const answerOf = async (address, url) => {
  const answer = await fetch(`${address}${url}`);
  const text = await answer.text();
  if (answer.status !== 200)
    throw new Error(`${new URL(answer.url).pathname} answered ${answer.status}: ${text}`);
  return JSON.parse(text).data;
};

const shownOf = ({ documentId, topic, speaker, panelists, moderator }) => ({
  documentId,
  topic: topic.documentId,
  category: topic.category.documentId,
  tags: topic.tags.map((tag) => tag.documentId),
  people: [speaker, ...panelists, moderator].map((person) => person?.documentId ?? null),
  expertise: speaker.expertise.length,
});
