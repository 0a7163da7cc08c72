import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { seedDemo } from '../../database/seeds/seed-demo.mjs';
import { RARE_WORD } from '../support/asked.mjs';

const MINUTE = 60_000;
const DAY = 86_400_000;

const LANGUAGES = ['en', 'de'];
const TYPES = ['single-speaker', 'panel-discussion', 'workshop', 'q-and-a'];
const ZONES = ['Europe/Berlin', 'Europe/London', 'America/New_York', 'Asia/Singapore'];

/** So many sessions are called by a word that no other one has. */
const RARE = 12;

/** Sessions of the programme that were made here have this in front of their slugs. */
export const MADE = 'made-';

/**
 * The demo's programme, with its topics and people in both languages, and more sessions of them until there are `count`
 * in all: each written through the Document Service, as the Content Manager does it.
 */
export const createProgramme = async (strapi, { count }) => {
  const now = new Date();
  await withoutLeavingFiles(strapi, () => seedDemo(strapi, { now, report: () => {} }));

  const sessions = strapi.documents('plugin::webinars.session');
  const topics = await idsOf(strapi, 'topic');
  const speakers = await idsOf(strapi, 'speaker');
  const missing = count - (await sessions.count({}));
  for (let index = 0; index < missing; index += 1) {
    await sessions.create({ data: sessionData({ index, topics, speakers, now }) });
  }
};

const idsOf = async (strapi, name) => {
  const documents = await strapi
    .documents(`plugin::webinars.${name}`)
    .findMany({ fields: ['slug'], locale: 'en', sort: 'slug:asc' });
  return documents.map(({ documentId }) => documentId);
};

/** Every topic meets every language, type and zone. Each session begins at another time. */
const sessionData = ({ index, topics, speakers, now }) => {
  const around = Math.floor(index / topics.length);
  const person = (number) => speakers[(index + number) % speakers.length];
  const sessionType = TYPES[Math.floor(around / LANGUAGES.length) % TYPES.length];
  const isPanel = sessionType === 'panel-discussion';
  return {
    slug: `${MADE}${index}`,
    topic: topics[index % topics.length],
    speaker: person(around),
    panelists: isPanel ? [person(around + 1), person(around + 2)] : [],
    moderator: isPanel ? person(around + 3) : null,
    state: 'published',
    datetime: new Date(now.getTime() + 2 * DAY + index * 37 * MINUTE),
    duration: 60,
    timezone: ZONES[index % ZONES.length],
    language: LANGUAGES[around % LANGUAGES.length],
    sessionType,
    capacity: 50 + (index % 100),
    price: index % 3 === 0 ? 4900 : 0,
    currency: 'EUR',
    platform: 'custom',
    meetingUrl: `https://meet.example.org/${MADE}${index}`,
    overrides: ownTexts(index),
  };
};

/** Every tenth session is called otherwise than its topic, the first of them by the rare word. */
const ownTexts = (index) => {
  if (index % 10 !== 0) return [];
  const word = index / 10 < RARE ? RARE_WORD : 'workbench';
  return LANGUAGES.map((locale) => ({ locale, title: `At the ${word}, part ${index}` }));
};

/** The programme's pictures go where a run's other files go, not among the uploads of this checkout. */
const withoutLeavingFiles = async (strapi, work) => {
  const folders = strapi.dirs.static;
  const own = folders.public;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'webinars-bench-public-'));
  mkdirSync(path.join(folder, 'uploads'));
  folders.public = folder;
  try {
    await work();
  } finally {
    folders.public = own;
    rmSync(folder, { recursive: true, force: true });
  }
};
