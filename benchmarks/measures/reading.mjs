import { OWN_PATH } from '../host/own-content-api.mjs';
import { createDatabase } from '../support/databases.mjs';
import { benchEnvironment } from '../support/environment.mjs';
import { sendLoad } from '../support/load.mjs';
import { startServed } from '../support/rpc.mjs';
import { interleave, medianRatio, ratesOf } from '../support/statistics.mjs';

const PROGRAMME = 200;
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

/** As `qs` writes it, which Strapi reads. */
const pairsOf = (value, name) => {
  if (typeof value !== 'object') return [[name, String(value)]];
  return Object.entries(value).flatMap(([key, part]) =>
    pairsOf(part, name === '' ? key : `${name}[${key}]`)
  );
};
const OWN_URL = `${OWN_PATH}?${new URLSearchParams(pairsOf(OWN_QUERY, ''))}`;

/** A page of the programme over HTTP: against Strapi's own content API on the same rows. */
export const measureReading = async ({ kind, postgresUrl, rounds, seconds, say }) => {
  const database = await createDatabase(kind, postgresUrl);
  const env = benchEnvironment({ database, smtpPort: 9 });
  const server = await startServed('host/server.mjs', { env: { ...env, BENCH_ROUTES: 'on' } });

  try {
    const address = await server.call('address');
    say(`creating a programme of ${PROGRAMME} sessions`);
    await server.call('createProgramme', { sessions: PROGRAMME });
    await refuseDifference(address);

    const get = (url, forSeconds = seconds) =>
      sendLoad({ address, method: 'GET', makeRequest: () => ({ path: url }), seconds: forSeconds });
    say('pages of the programme');
    await get(PRODUCT_URL);
    await get(OWN_URL);
    const pairs = ratesOf(
      await interleave(rounds, {
        reference: () => get(OWN_URL),
        candidate: () => get(PRODUCT_URL),
      })
    );

    return [
      {
        measure: `A page of ${PAGE_SIZE} of ${PROGRAMME} sessions, with topics, speakers and seats`,
        unit: 'req/s',
        referenceName:
          "Strapi's own `find` of the same sessions, with topics and speakers, without seats",
        pairs,
        ratio: medianRatio(pairs),
        floor: { atLeast: 3 },
        remarks: [],
      },
    ];
  } finally {
    await server.stop();
    await database.drop();
  }
};

/** The comparison is fair only as long as both sides show the same. */
const refuseDifference = async (address) => {
  const answerOf = async (url) => {
    const answer = await fetch(`${address}${url}`);
    const text = await answer.text();
    if (answer.status !== 200)
      throw new Error(`${new URL(answer.url).pathname} answered ${answer.status}: ${text}`);
    return JSON.parse(text).data;
  };
  const product = (await answerOf(PRODUCT_URL)).map(shownOf);
  const own = (await answerOf(OWN_URL)).map(shownOf);
  if (product.length !== PAGE_SIZE || JSON.stringify(product) !== JSON.stringify(own)) {
    const seen = [product, own].map((side) => JSON.stringify(side, null, 1));
    throw new Error(`The two sides show different pages:\n${seen.join('\n\nits own:\n')}`);
  }
};

const shownOf = ({ documentId, topic, speaker, panelists, moderator }) => ({
  documentId,
  topic: topic.documentId,
  category: topic.category.documentId,
  tags: topic.tags.map((tag) => tag.documentId),
  people: [speaker, ...panelists, moderator].map((person) => person?.documentId ?? null),
  expertise: speaker.expertise.length,
});
