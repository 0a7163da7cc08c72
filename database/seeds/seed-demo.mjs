/**
 * Writes the demo programme. Whatever is there already is left alone, so that a seed that was interrupted goes on
 * where it stopped, and one that was finished never begins again.
 *
 * People come in through the same use-case as visitors, at a clock in the past and without any mail.
 */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { personRegistering } from './people.mjs';
import { PROGRAM } from './program.mjs';
import { SESSIONS } from './sessions.mjs';
import { startOf } from './session-times.mjs';
import { SPEAKERS } from './speakers.mjs';
import { CATEGORIES, INDUSTRIES, TAGS } from './taxonomy.mjs';
import { TOPICS } from './topics.mjs';

const ILLUSTRATIONS = path.join(path.dirname(fileURLToPath(import.meta.url)), 'illustrations');
const MEDIA_TYPES = { '.webp': 'image/webp', '.png': 'image/png' };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * @param {object} app a loaded Strapi
 * @param {{ now: Date, report: (line: string) => void }} options the programme's dates follow from `now`
 */
export const seedDemo = (app, { now, report }) =>
  aloneOn(app, async () => {
    const finished = app.store({ type: 'plugin', name: 'webinars', key: 'demo_programme' });
    if (await finished.get({})) return;

    report('Writing the demo programme (first start only) …');
    const categories = await seedNames(app, 'category', CATEGORIES);
    const tags = await seedNames(app, 'tag', TAGS);
    const industries = await seedNames(app, 'industry', INDUSTRIES);
    const speakers = await seedSpeakers(app, { industries });
    await seedProgram(app, { programManager: speakers.get('amira-haddad') });
    const topics = await seedTopics(app, { categories, tags });
    report(`  ${topics.size} topics and ${speakers.size} speakers, in English and German`);

    const people = await seedSessions(app, { topics, speakers, now });
    // The admin shows them from the first minute on.
    await app.plugin('webinars').service('registration').copyCounts();
    report(`  ${SESSIONS.length} sessions with ${people} registrations`);
    await finished.set({ value: now.toISOString() });
  });

/** Two instances that start on one empty database: the second waits, then finds everything done. */
const aloneOn = async (app, work) => {
  // An SQLite file has one process, and its only connection cannot be held here.
  if (app.db.dialect.client !== 'postgres') return work();

  const lock = await app.db.connection.transaction();
  try {
    await lock.raw('SELECT pg_advisory_xact_lock(hashtext(?))', ['webinars demo programme']);
    return await work();
  } finally {
    await lock.rollback();
  }
};

const documentsOf = (app, name) => app.documents(`plugin::webinars.${name}`);

/** Finds a document by its English slug, or makes it; then gives it its German version. Answers the document id. */
const inBothLanguages = async (app, name, { slug, shared, en, de, status }) => {
  const documents = documentsOf(app, name);
  const existing = await documents.findFirst({ filters: { slug }, locale: 'en' });
  const { documentId } =
    existing ??
    (await documents.create({
      locale: 'en',
      data: { ...shared, ...en, slug },
      ...(status && { status }),
    }));
  const german = await documents.findOne({ documentId, locale: 'de' });
  if (german === null) {
    await documents.update({
      documentId,
      locale: 'de',
      data: { ...shared, slug, ...de },
      ...(status && { status }),
    });
  }
  return documentId;
};

const seedNames = async (app, type, entries) => {
  const ids = new Map();
  for (const [slug, english, german] of entries) {
    ids.set(
      slug,
      await inBothLanguages(app, type, { slug, en: { name: english }, de: { name: german } })
    );
  }
  return ids;
};

const items = (texts) => texts.map((text) => ({ text }));
const agendaItems = (entries) =>
  entries.map(([minutes, title, description]) => ({
    minutes,
    title,
    ...(description && { description }),
  }));

const seedSpeakers = async (app, { industries }) => {
  const ids = new Map();
  for (const speaker of SPEAKERS) {
    const { slug, portrait, en, de, industries: areas, credentials, ...person } = speaker;
    const name = `${person.firstName} ${person.lastName}`;
    const shared = {
      ...person,
      consultantType: person.isInternal ? 'internal' : 'external',
      industries: areas.map((area) => industries.get(area)),
      photo: await upload(app, `${portrait}.webp`, `Portrait of ${name}`),
      credentials: {
        certifications: items(credentials.certifications),
        education: items(credentials.education),
        publications: items(credentials.publications),
        speakingExperience: credentials.speakingExperience,
      },
    };
    const inLanguage = (text) => ({ ...text, expertise: items(text.expertise) });
    ids.set(
      slug,
      await inBothLanguages(app, 'speaker', {
        slug,
        shared,
        en: inLanguage(en),
        de: inLanguage(de),
      })
    );
  }
  return ids;
};

const seedTopics = async (app, { categories, tags }) => {
  const ids = new Map();
  for (const { slug, illustration, category, tags: labels, en, de, ...figures } of TOPICS) {
    const shared = {
      ...figures,
      category: categories.get(category),
      tags: labels.map((label) => tags.get(label)),
      promotionalImage: await upload(app, `${illustration}.webp`, en.title),
      thumbnail: await upload(app, `${illustration}-thumbnail.webp`, en.title),
    };
    const inLanguage = ({ material, learningObjectives, agenda, ...text }) => ({
      ...text,
      learningObjectives: items(learningObjectives),
      agenda: agendaItems(agenda),
      materials: [{ title: material, url: `https://magnetiq.example/materials/${slug.en}.pdf` }],
    });
    ids.set(
      slug.en,
      await inBothLanguages(app, 'topic', {
        slug: slug.en,
        shared,
        en: inLanguage(en),
        de: { ...inLanguage(de), slug: slug.de },
        status: 'published',
      })
    );
  }
  return ids;
};

const seedProgram = async (app, { programManager }) => {
  const settings = documentsOf(app, 'program-settings');
  if (await settings.findFirst({ locale: 'de' })) return;

  const shared = {
    ...PROGRAM.shared,
    programManager,
    logo: await upload(app, 'logo.png', PROGRAM.shared.companyName),
    consentTexts: PROGRAM.consents.flatMap(([kind, version, text, url]) =>
      ['en', 'de'].map((locale) => ({
        kind,
        version,
        locale,
        text: text[locale],
        ...(url[locale] && { url: url[locale] }),
      }))
    ),
  };
  const english =
    (await settings.findFirst({ locale: 'en' })) ??
    (await settings.create({ locale: 'en', data: { ...shared, ...PROGRAM.en } }));
  await settings.update({
    documentId: english.documentId,
    locale: 'de',
    data: { ...shared, ...PROGRAM.de },
  });
};

/** Makes the sessions, lets people register, and only then moves the states on. Answers how many people there are. */
const seedSessions = async (app, { topics, speakers, now }) => {
  const sessions = documentsOf(app, 'session');
  let people = 0;
  for (const [index, plan] of SESSIONS.entries()) {
    const session =
      (await sessions.findFirst({ filters: { slug: plan.slug } })) ??
      (await sessions.create({ data: sessionData({ plan, topics, speakers, now }) }));

    if (session.state === 'published') {
      people += await registerPeople(app, {
        session,
        index,
        count: plan.registered ?? 0,
        language: plan.language,
        now,
      });
    }
    const target = plan.state ?? 'published';
    if (session.state !== target) {
      await sessions.update({ documentId: session.documentId, data: { state: target } });
    }
  }
  return people;
};

const sessionData = ({ plan, topics, speakers, now }) => {
  const topic = TOPICS.find(({ slug }) => slug.en === plan.topic);
  const startsAt = startOf({ when: plan.when, timezone: plan.timezone, now });
  const before = (days) => new Date(startsAt.getTime() - days * DAY);
  const overrides = Object.entries(plan.overrides ?? {}).map(([locale, text]) => ({
    locale,
    ...text,
  }));
  const isOver = plan.state === 'completed';
  return {
    slug: plan.slug,
    topic: topics.get(plan.topic),
    speaker: speakers.get(plan.speaker),
    panelists: (plan.panelists ?? []).map((slug) => speakers.get(slug)),
    moderator: plan.moderator ? speakers.get(plan.moderator) : null,
    // People can register while it is published; a session that nobody may join stays a draft until it moves on.
    state: ['draft', 'cancelled'].includes(plan.state) ? 'draft' : 'published',
    datetime: startsAt,
    duration: plan.duration ?? topic.defaultDuration,
    timezone: plan.timezone,
    language: plan.language,
    sessionType: plan.sessionType,
    consultantConfiguration: {
      consultantRole: plan.sessionType === 'workshop' ? 'facilitator' : 'presenter',
      interactionLevel:
        plan.interactionLevel ?? (plan.sessionType === 'q-and-a' ? 'interactive' : 'lecture'),
    },
    overrides,
    capacity: plan.capacity,
    allowWaitlist: plan.allowWaitlist ?? true,
    requiresApproval: plan.requiresApproval ?? false,
    price: plan.price ?? 0,
    currency: plan.currency ?? 'EUR',
    ...(plan.earlyBirdPrice && {
      earlyBirdPrice: plan.earlyBirdPrice,
      earlyBirdEndDate: before(plan.earlyBirdDays),
    }),
    ...(plan.opensDays && { registrationOpensAt: before(plan.opensDays) }),
    platform: plan.sessionType === 'workshop' ? 'zoom' : 'custom',
    meetingUrl: `https://meet.magnetiq.example/${plan.slug}`,
    recordingEnabled: plan.sessionType !== 'workshop',
    ...(isOver && { recordingUrl: `https://media.magnetiq.example/${plan.slug}` }),
  };
};

const BATCHES = 6;

/** People come in six batches over the three weeks before the start, the last one an hour before it or before now. */
const registerPeople = async (app, { session, index, count, language, now }) => {
  const startsAt = new Date(session.datetime).getTime();
  const until = Math.min(now.getTime(), startsAt) - HOUR;
  const from = until - 20 * DAY;
  const registrants = [...Array(count).keys()].map((number) => {
    const spoken = number % 5 === 4 ? OTHER[language] : language;
    return { language: spoken, body: personRegistering(index * 61 + number, spoken) };
  });

  const registration = app.plugin('webinars').service('registration');
  let registered = 0;
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const share = registrants.slice((batch * count) / BATCHES, ((batch + 1) * count) / BATCHES);
    if (share.length === 0) continue;
    const at = new Date(from + ((batch + 1) * (until - from)) / BATCHES);
    const outcomes = await registration.registerMany(
      {
        session: session.documentId,
        registrants: share,
        actor: { kind: 'system' },
        shouldNotify: false,
      },
      { clock: { now: () => new Date(at) } }
    );
    const refused = outcomes.find(
      ({ kind, reason }) => kind === 'refused' && reason !== 'already_registered'
    );
    if (refused)
      throw new Error(
        `the demo's session ${session.slug} takes no registrations: ${refused.reason}`
      );
    registered += share.length;
  }
  return registered;
};

const OTHER = { en: 'de', de: 'en' };

/** Puts an illustration into the media library, once. Answers its id. */
const upload = async (app, fileName, alternativeText) => {
  const existing = await app.db.query('plugin::upload.file').findOne({ where: { name: fileName } });
  if (existing) return existing.id;

  const filepath = path.join(ILLUSTRATIONS, fileName);
  const [file] = await app
    .plugin('upload')
    .service('upload')
    .upload({
      data: { fileInfo: { name: fileName, alternativeText, caption: '' } },
      files: {
        filepath,
        originalFilename: fileName,
        mimetype: MEDIA_TYPES[path.extname(fileName)],
        size: (await stat(filepath)).size,
      },
    });
  return file.id;
};
