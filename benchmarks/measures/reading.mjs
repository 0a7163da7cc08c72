import { OWN_PATH } from '../host/own-content-api.mjs';
import { FILTERED_LIST, FILTERS, PAGE_SIZE, PLAIN_LIST, TOMORROW } from '../support/asked.mjs';
import { createDatabase } from '../support/databases.mjs';
import { benchEnvironment } from '../support/environment.mjs';
import { sendLoad } from '../support/load.mjs';
import { startServed } from '../support/rpc.mjs';
import { interleave, medianRatio, ratesOf } from '../support/statistics.mjs';

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

/** The same three filters. */
const { difficulty, ...OF_SESSION } = FILTERS;
const OWN_FILTERED_QUERY = {
  ...OWN_QUERY,
  filters: { ...OWN_QUERY.filters, ...OF_SESSION, topic: { difficultyLevel: difficulty } },
};

/** Everything that a session's own page shows of it; what it shows of others, and of its seats, comes on top. */
const MATERIALS = { populate: { file: IMAGE } };
const WHOLE_PERSON = {
  populate: {
    ...{ photo: IMAGE, expertise: true, socialHandles: true, linkedinData: true },
    ...{ industries: NAMED, performance: true, businessSettings: true },
    credentials: { populate: '*' },
    branding: { populate: { logo: IMAGE, brandColors: true } },
  },
};
const OWN_PAGE_QUERY = {
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
const OWN_LIST = addressOf(OWN_QUERY);
const OWN_FILTERED_LIST = addressOf(OWN_FILTERED_QUERY);

/** The programme and a session of it over HTTP: against Strapi's own content API on the same rows. */
export const measureReading = async ({ kind, postgresUrl, rounds, seconds, sessions, say }) => {
  const database = await createDatabase(kind, postgresUrl);
  const env = benchEnvironment({ database, smtpPort: 9 });
  const server = await startServed('host/server.mjs', { env: { ...env, BENCH_ROUTES: 'on' } });

  try {
    const address = await server.call('address');
    say(`creating a programme of ${sessions} sessions`);
    await server.call('createProgramme', { sessions });

    const get = (url) =>
      sendLoad({ address, method: 'GET', makeRequest: () => ({ path: url }), seconds });
    const compare = async ({ product, own, shown, ...promise }) => {
      say(promise.measure);
      const [{ data: one }, { data: other }] = [
        await answerOf(address, product),
        await answerOf(address, own),
      ];
      refuseDifference([one, other].map(shown));
      await get(product);
      await get(own);
      const pairs = ratesOf(
        await interleave(rounds, { reference: () => get(own), candidate: () => get(product) })
      );
      return { ...promise, unit: 'req/s', pairs, ratio: medianRatio(pairs), remarks: [] };
    };

    // One with a panel: more people to show on both sides.
    const panels = `${PLAIN_LIST}&sessionType=panel-discussion`;
    const [{ documentId, slug }] = (await answerOf(address, panels)).data;

    return [
      await compare({
        measure: `A page of ${PAGE_SIZE} of ${sessions} sessions, with topics, speakers and seats`,
        referenceName:
          "Strapi's own `find` of the same sessions, with topics and speakers, without seats",
        floor: { atLeast: 3 },
        product: PLAIN_LIST,
        own: OWN_LIST,
        shown: cardsOf,
      }),
      await compare({
        measure: 'The same with three filters',
        referenceName: "Strapi's own `find` with the same filters",
        floor: { atLeast: 8 },
        product: FILTERED_LIST,
        own: OWN_FILTERED_LIST,
        shown: cardsOf,
      }),
      await compare({
        measure: 'Everything about one of them, with what goes well with it',
        referenceName: "Strapi's own `findOne` with everything about it, without seats",
        floor: { atLeast: 8 },
        product: `/api/webinars/sessions/${slug}`,
        own: addressOf(OWN_PAGE_QUERY, `${OWN_PATH}/${documentId}`),
        shown: pageOf,
      }),
    ];
  } finally {
    await server.stop();
    await database.drop();
  }
};

const answerOf = async (address, url) => {
  const answer = await fetch(`${address}${url}`);
  const text = await answer.text();
  if (answer.status !== 200)
    throw new Error(`${new URL(answer.url).pathname} answered ${answer.status}: ${text}`);
  return JSON.parse(text);
};

/** The comparison is fair only as long as both sides show the same. */
const refuseDifference = (sides) => {
  const [product, own] = sides.map((side) => JSON.stringify(side, null, 1));
  if (product !== own)
    throw new Error(`The two sides show different things:\n${product}\n\nits own:\n${own}`);
};

const cardsOf = (sessions) => {
  if (sessions.length !== PAGE_SIZE) throw new Error(`a page of ${sessions.length} sessions`);
  return sessions.map(cardOf);
};

const cardOf = ({ documentId, topic, speaker, panelists, moderator }) => ({
  documentId,
  topic: topic.documentId,
  category: topic.category.documentId,
  tags: topic.tags.map((tag) => tag.documentId),
  people: [speaker, ...panelists, moderator].map((person) => person?.documentId ?? null),
  expertise: speaker.expertise.length,
});

const pageOf = (session) => ({
  ...cardOf(session),
  objectives: session.topic.learningObjectives.length,
  agenda: session.topic.agenda.length,
  // Strapi cannot leave out what is only for those who registered.
  materials: session.topic.materials.filter(({ isPublic = true }) => isPublic).length,
  everybody: [session.speaker, ...session.panelists, session.moderator].map((person) => ({
    industries: person.industries.map((industry) => industry.documentId),
    certifications: person.credentials.certifications.length,
    publications: person.credentials.publications.length,
    biography: person.biography.length,
  })),
});
