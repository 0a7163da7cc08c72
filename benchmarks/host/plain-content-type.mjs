import { createRequire } from 'node:module';
import { inRoot } from '../../scripts/support/paths.mjs';
import { allowEverybody } from './permissions.mjs';

const require = createRequire(inRoot('package.json'));

const UID = 'api::plain-registration.plain-registration';

const line = (maxLength) => ({ type: 'string', maxLength });
const text = (maxLength) => ({ type: 'text', maxLength });
// Made anew for each field: Strapi writes the column's name into the object.
const flag = () => ({ type: 'boolean', default: false });
const json = () => ({ type: 'json' });

/** The fields of the registration form as someone would click them together in Strapi's Content-Type Builder. */
const schema = {
  kind: 'collectionType',
  collectionName: 'plain_registrations',
  info: {
    singularName: 'plain-registration',
    pluralName: 'plain-registrations',
    displayName: 'Plain registration',
  },
  options: { draftAndPublish: false },
  pluginOptions: {},
  attributes: {
    firstName: { ...line(50), required: true, minLength: 2 },
    lastName: { ...line(50), required: true, minLength: 2 },
    email: { type: 'email', required: true },
    phone: line(40),
    company: { ...line(200), required: true, minLength: 2 },
    position: line(200),
    website: line(500),
    industryVertical: line(200),
    currentChallenges: json(),
    expertiseInterest: json(),
    consultationInterest: flag(),
    specificQuestions: text(2000),
    learningObjectives: text(2000),
    followUpPreferences: {
      type: 'enumeration',
      enum: ['email', 'consultation', 'resources', 'none'],
    },
    interestedServices: json(),
    specialRequirements: text(500),
    accessibilityNeeds: text(500),
    termsAccepted: { ...flag(), required: true },
    privacyConsent: { ...flag(), required: true },
    marketingConsent: flag(),
    consultantFollowUpConsent: flag(),
    dataProcessingConsent: flag(),
    language: { type: 'enumeration', enum: ['en', 'de'] },
    timezone: line(64),
    registrationSource: line(100),
    utm: json(),
    referralCode: line(64),
  },
};

export const PLAIN_PATH = '/api/plain-registrations';

/** Adds the content type with Strapi's own controller, service and routes. Before Strapi is loaded. */
export const addPlainContentType = (strapi) => {
  const { factories } = require('@strapi/strapi');
  const named = (value) => ({ 'plain-registration': value });
  strapi.get('apis').add('plain-registration', {
    contentTypes: named({ schema }),
    controllers: named(factories.createCoreController(UID)),
    services: named(factories.createCoreService(UID)),
    routes: named(factories.createCoreRouter(UID)),
  });
};

export const allowEverybodyToPost = (strapi) => allowEverybody(strapi, [`${UID}.create`]);
