import { createHmac } from 'node:crypto';
import { REQUEST_ERRORS } from '../../plugins/webinars/shared/errors';
import {
  aRegistrationBody,
  aSession,
  aTopic,
  inDays,
  inHours,
  programSettings,
} from '../factories';
import { invitationOf } from '../support/calendar';
import type { FieldErrorAnswer } from '../support/http';
import { expectInvariants } from '../support/invariants';
import { cancel, expectRefusal, look, register, registered } from '../support/registering';
import { startStrapi, type Row, type TestApp } from '../support/strapi';

const secret = 'the-secret-that-signs-the-tokens-of-this-test';
let app: TestApp;

beforeAll(async () => {
  app = await startStrapi({ env: { WEBINARS_SECRET: secret } });
  await programSettings(app.strapi, {
    registrationWindow: 30,
    consentTexts: [
      { kind: 'terms', locale: 'en', version: '2026-03', text: 'Our terms.' },
      { kind: 'terms', locale: 'de', version: '2026-04', text: 'Unsere Bedingungen.' },
      { kind: 'privacy', locale: 'en', version: '7', text: 'Our privacy policy.' },
    ],
  });
});

afterAll(() => app.stop());

const rowOf = async (token: string): Promise<Row> => {
  const [row] = await app.rows('webinars_registrations', { public_id: token.split('.')[0] });
  return row ?? {};
};

const registrationsOf = (documentId: string) =>
  app.rows('webinars_registrations', { session_document_id: documentId });

describe('a registration', () => {
  it('is confirmed, with a reference for people and a token for everything else', async () => {
    const { documentId } = await aSession(app.strapi);

    const answer = await register(app, documentId);

    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      data: {
        reference: expect.stringMatching(/^WEB-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/),
        token: expect.stringMatching(/^[0-9a-f]{32}\.[\w-]{43}$/),
        status: 'confirmed',
        nextStep: null,
      },
      meta: { locale: 'en' },
    });
    await expectInvariants(app, documentId);
  });

  it('finds the session by its slug too', async () => {
    const session = await aSession(app.strapi, { slug: 'by-its-slug' });

    expect(await registered(app, 'by-its-slug')).toMatchObject({ status: 'confirmed' });
    expect(await registrationsOf(session.documentId)).toHaveLength(1);
  });

  it('keeps every field of the form', async () => {
    const { documentId } = await aSession(app.strapi);
    const { token } = await registered(app, documentId, {
      firstName: '  Zoë ',
      email: 'Zoe@Example.org',
      phone: '+49 (89) 1234 5678',
      position: 'Head of Finance',
      website: 'https://example.org/about',
      industryVertical: 'Banking',
      currentChallenges: ['growth', 'regulation'],
      expertiseInterest: ['controlling'],
      consultationInterest: true,
      specificQuestions: 'One?\nTwo?',
      learningObjectives: 'To read faster',
      followUpPreferences: 'consultation',
      interestedServices: { workshopSeries: true },
      specialRequirements: 'None',
      accessibilityNeeds: 'Captions',
      marketingConsent: true,
      consultantFollowUpConsent: true,
      timezone: 'America/New_York',
      registrationSource: 'newsletter',
      utm: { source: 'newsletter', campaign: 'spring' },
      referralCode: 'FRIEND',
    });

    const row = await rowOf(token);
    expect(row).toMatchObject({
      first_name: 'Zoë',
      email: 'Zoe@Example.org',
      email_key: 'zoe@example.org',
      phone: '+498912345678',
      position: 'Head of Finance',
      website: 'https://example.org/about',
      industry_vertical: 'Banking',
      specific_questions: 'One?\nTwo?',
      follow_up_preferences: 'consultation',
      accessibility_needs: 'Captions',
      timezone: 'America/New_York',
      registration_source: 'newsletter',
      referral_code: 'FRIEND',
      payment_status: 'not_required',
    });
    expect(Boolean(row.consultation_interest)).toBe(true);
    expect(json(row.current_challenges)).toEqual(['growth', 'regulation']);
    expect(json(row.interested_services)).toMatchObject({
      workshopSeries: true,
      ongoingMentorship: false,
    });
    expect(json(row.utm)).toMatchObject({ source: 'newsletter', campaign: 'spring' });
  });

  it('keeps a telephone number as it was typed where it cannot be read', async () => {
    const { documentId } = await aSession(app.strapi);
    const { token } = await registered(app, documentId, { phone: 'ext. 12, ask for Ada' });
    expect(await rowOf(token)).toMatchObject({ phone: 'ext. 12, ask for Ada' });
  });

  it('records each consent with its version, language and time', async () => {
    const { documentId } = await aSession(app.strapi);
    const before = Date.now();
    const { token } = await registered(app, documentId, { language: 'de', marketingConsent: true });

    const consents = json((await rowOf(token)).consent_record) as Row[];
    const byKind = Object.fromEntries(consents.map((consent) => [consent.kind, consent]));
    expect(byKind).toMatchObject({
      terms: { given: true, version: '2026-04', locale: 'de' },
      privacy: { given: true, locale: 'de' },
      marketing: { given: true },
      'consultant-follow-up': { given: false },
      'data-processing': { given: false },
    });
    const at = Date.parse(String(byKind.terms?.at));
    expect(at).toBeGreaterThanOrEqual(before);
    expect(at).toBeLessThanOrEqual(Date.now());
  });

  it('is in the language of the body, else of the query, else English', async () => {
    const { documentId } = await aSession(app.strapi);
    const languageOf = async (body: Row, query: string) =>
      (await rowOf((await registered(app, documentId, body, query)).token)).language;

    expect(await languageOf({ language: 'de' }, '?locale=en')).toBe('de');
    expect(await languageOf({}, '?locale=de')).toBe('de');
    expect(await languageOf({}, '')).toBe('en');
  });

  it('goes into the activity log without a word about the person', async () => {
    const { documentId } = await aSession(app.strapi);
    const { token } = await registered(app, documentId, { firstName: 'Unmistakable' });

    const [entry] = await app.rows('webinars_activities', {
      subject_id: (await rowOf(token)).document_id,
    });
    expect(entry).toMatchObject({
      actor_kind: 'attendee',
      action: 'registration.created',
      session_document_id: documentId,
      to_state: 'confirmed',
    });
    expect(JSON.stringify(entry)).not.toMatch(/unmistakable|example\.org/i);
  });

  it('sends one mail to the address as it was typed, in the language of the registrant', async () => {
    const { documentId } = await aSession(app.strapi, {
      topic: (await aTopic(app.strapi, { german: { title: 'Bilanzen lesen' } })).documentId,
    });
    await app.runJobs();
    app.mails.clear();
    await registered(app, documentId, { email: 'Gerda.Confirmed@Example.org', language: 'de' });

    await app.runJobs();
    await app.runJobs();

    expect(app.mails.received.map(({ to }) => to)).toEqual([['Gerda.Confirmed@example.org']]);
    const [mail] = await app.mails.messages();
    expect(`${mail?.subject} ${mail?.text}`).toContain('Bilanzen lesen');
  });

  it('is never cached and tells no other site where the visitor came from', async () => {
    const { documentId } = await aSession(app.strapi);
    const receipt = await register(app, documentId);
    const { token } = receipt.body.data;
    const answers = [
      receipt,
      await look(app, token),
      await look(app, `${'0'.repeat(32)}.${'A'.repeat(43)}`),
      await cancel(app, token),
    ];
    for (const { headers } of answers) {
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }
  });

  it('shows the attendee what is theirs, and neither link nor password of the meeting', async () => {
    const { documentId } = await aSession(app.strapi, {
      meetingUrl: 'https://meet.example.org/secret-room',
      meetingPassword: 'open-sesame',
    });
    const { token, reference } = await registered(app, documentId, { company: 'Mine Ltd' });

    const answer = await look(app, token);

    expect(answer.status).toBe(200);
    expect(answer.body.data).toMatchObject({
      reference,
      status: 'confirmed',
      company: 'Mine Ltd',
      session: { documentId, timezone: 'Europe/Berlin' },
    });
    expect(answer.text).not.toMatch(/secret-room|open-sesame|"id":|emailKey|publicId/);
  });
});

describe('the same person', () => {
  const SPELLINGS = [
    ['upper case', 'Twice@Example.ORG'],
    ['blanks around it', '  twice@example.org '],
    ['full-width letters', 'ｔｗｉｃｅ@example.org'],
  ];

  it.each(SPELLINGS)('is recognised by %s', async (_name, email) => {
    const { documentId } = await aSession(app.strapi);
    await registered(app, documentId, { email: 'twice@example.org' });

    expectRefusal(await register(app, documentId, { email }), 409, 'already_registered');
    expect(await registrationsOf(documentId)).toHaveLength(1);
  });

  it.each([
    ['punycode', 'ada@xn--mnchen-3ya.example'],
    ['upper case', 'ada@MÜNCHEN.example'],
    ['a decomposed umlaut', 'ada@mu\u0308nchen.example'],
  ])('is recognised by %s of an international domain', async (_name, email) => {
    const { documentId } = await aSession(app.strapi);
    await registered(app, documentId, { email: 'ada@münchen.example' });

    expectRefusal(await register(app, documentId, { email }), 409, 'already_registered');
  });

  it('may register for another session, and again after having cancelled', async () => {
    const [first, second] = [await aSession(app.strapi), await aSession(app.strapi)];
    const email = 'again@example.org';
    const { token } = await registered(app, first.documentId, { email });
    await registered(app, second.documentId, { email });
    await cancel(app, token);

    expect(await registered(app, first.documentId, { email })).toMatchObject({
      status: 'confirmed',
    });
    await expectInvariants(app, first.documentId);
  });

  it('gets the manage link again, at most once an hour, the confirmation counted', async () => {
    const { documentId } = await aSession(app.strapi);
    const email = 'forgetful@example.org';
    const { token } = await registered(app, documentId, { email });
    const mailsAfter = async () => {
      await app.runJobs();
      return app.mails.received.filter(({ to }) => to.includes(email)).length;
    };
    expect(await mailsAfter()).toBe(1);

    await register(app, documentId, { email });
    expect(await mailsAfter()).toBe(1);

    const anHourAgo = new Date(Date.now() - 61 * 60_000);
    await app.change(
      'webinars_registrations',
      { public_id: token.split('.')[0] },
      { manage_link_sent_at: app.isPostgres ? anHourAgo : anHourAgo.getTime() }
    );
    await register(app, documentId, { email });
    await register(app, documentId, { email });
    expect(await mailsAfter()).toBe(2);
    const [, again] = await app.mails.messages(email);
    expect(again?.text).toContain(token);
  });

  it('hears the same whatever became of the first registration', async () => {
    const { documentId } = await aSession(app.strapi, { capacity: 0 });
    const email = 'waiting@example.org';
    await registered(app, documentId, { email });

    const waiting = await register(app, documentId, { email });
    const { documentId: open } = await aSession(app.strapi);
    await registered(app, open, { email });
    const confirmed = await register(app, open, { email });

    expectRefusal(waiting, 409, 'already_registered');
    expect(waiting.body).toEqual(confirmed.body);
  });
});

describe('a body that is not right', () => {
  let documentId: string;

  beforeAll(async () => {
    ({ documentId } = await aSession(app.strapi));
  });

  const errorsOf = async (body: unknown, query = ''): Promise<FieldErrorAnswer[]> => {
    const answer = await app.api.post(
      `/api/webinars/sessions/${documentId}/registrations${query}`,
      { body }
    );
    expectRefusal(answer, 400, 'validation_failed');
    expect(await registrationsOf(documentId)).toEqual([]);
    return answer.body.error?.details.errors ?? [];
  };
  const codesOf = (errors: FieldErrorAnswer[]) =>
    Object.fromEntries(errors.map(({ path, code }) => [path.join('.'), code]));

  const REQUIRED = {
    firstName: 'required',
    lastName: 'required',
    email: 'required',
    company: 'required',
    termsAccepted: 'consent_required',
    privacyConsent: 'consent_required',
  };

  it('names every missing field at once, in English and in German, under the same codes', async () => {
    const english = await errorsOf({});
    const german = await errorsOf({}, '?locale=de');

    expect(codesOf(english)).toEqual(REQUIRED);
    expect(codesOf(german)).toEqual(REQUIRED);
    const messages = (errors: FieldErrorAnswer[]) => errors.map(({ message }) => message);
    expect(messages(english)).toContain('Please fill in this field.');
    expect(messages(german)).toContain('Bitte füllen Sie dieses Feld aus.');
  });

  it.each([
    ['firstName', 'A', 'too_small'],
    ['firstName', 'A'.repeat(51), 'too_big'],
    ['firstName', '   ', 'required'],
    ['lastName', 42, 'invalid_type'],
    ['company', 'X', 'too_small'],
    ['email', 'nobody', 'email_invalid'],
    ['email', 'a@b', 'email_invalid'],
    ['email', 'a b@example.org', 'email_invalid'],
    ['email', 'a@example.org, b@example.org', 'email_invalid'],
    ['email', 'a@example.org\r\nBcc: b@example.org', 'characters_invalid'],
    ['email', `${'a'.repeat(250)}@example.org`, 'too_big'],
    ['website', 'javascript:alert(1)', 'url_invalid'],
    ['timezone', 'Mars/Olympus', 'timezone_invalid'],
    ['language', 'fr', 'invalid_value'],
    ['followUpPreferences', 'pigeon', 'invalid_value'],
    ['currentChallenges', Array(21).fill('x'), 'too_many'],
    ['specificQuestions', 'x'.repeat(2001), 'too_big'],
    ['termsAccepted', false, 'consent_required'],
    ['termsAccepted', 'true', 'consent_required'],
    ['privacyConsent', null, 'consent_required'],
    ['marketingConsent', 'yes', 'invalid_type'],
    ['sessionId', 'abc', 'unknown_field'],
    ['status', 'confirmed', 'unknown_field'],
    ['firstName', 'A\u0000da', 'characters_invalid'],
    ['lastName', 'Love\ud800lace', 'characters_invalid'],
    ['lastName', 'Love\u202elace', 'characters_invalid'],
    ['lastName', '\u200b\u200b', 'characters_invalid'],
    ['lastName', '\u3164\u3164', 'characters_invalid'],
    ['specificQuestions', 'What\u0000?', 'characters_invalid'],
  ])('refuses %s, case %#, with its own code', async (field, value, code) => {
    expect(codesOf(await errorsOf(aRegistrationBody({ [field]: value })))).toEqual({
      [field]: code,
    });
  });

  it.each([
    'https://spam.example',
    'Win at http://spam.example now',
    'www.spam.example',
    'Claim it: spam.com',
    'casino.xyz/bonus',
    'bit.ly/3xYz',
    't.me/casino',
    'spam.ai',
    'spam\uff0ecom',
    'spam\u3002com',
    'spa\u200bm.co\u200bm',
    '192.0.2.1/casino',
  ])('refuses the name %p: a mail goes to whatever address is typed in', async (name) => {
    expect(codesOf(await errorsOf(aRegistrationBody({ firstName: name, lastName: name })))).toEqual(
      { firstName: 'link_not_allowed', lastName: 'link_not_allowed' }
    );
  });

  it.each([
    'J. R. R.',
    'O’Neill',
    "D'Angelo",
    'Müller-Lüdenscheidt',
    'St. John',
    'Dr.Müller',
    'करण',
    '山田',
    'Ng',
  ])('accepts the name %p', async (lastName) => {
    const accepting = await aSession(app.strapi);
    await registered(app, accepting.documentId, { lastName });
  });

  it('names what is wrong inside of nested fields, with the good fields left alone', async () => {
    const errors = await errorsOf(
      aRegistrationBody({
        interestedServices: { lottery: true },
        utm: { source: 'x'.repeat(201) },
        currentChallenges: ['', 'growth'],
        email: 'nobody',
      })
    );
    expect(codesOf(errors)).toEqual({
      'interestedServices.lottery': 'unknown_field',
      'utm.source': 'too_big',
      'currentChallenges.0': 'required',
      email: 'email_invalid',
    });
  });

  it.each(['?locale=fr', '?locale=', '?locale=en&locale=de', '?local=de', '?populate=*'])(
    'refuses the query %s instead of ignoring it',
    async (query) => {
      expect(await errorsOf(aRegistrationBody(), query)).not.toEqual([]);
    }
  );
});

describe('a request that is not even that', () => {
  let documentId: string;

  beforeAll(async () => {
    ({ documentId } = await aSession(app.strapi));
  });

  it.each([
    ['an array', '[]'],
    ['a string', '"hello"'],
    ['null', 'null'],
    ['nothing', ''],
    ['broken JSON', '{"firstName":'],
    ['a prototype', '{"__proto__":{"admin":true},"constructor":{"prototype":{}}}'],
    ['deep nesting', `{"utm":${'['.repeat(5000)}${']'.repeat(5000)}}`],
    ['a NUL in a key', '{"first\\u0000Name":"Ada"}'],
    ['a lone surrogate in a key', '{"\\ud800":"Ada"}'],
    ['a huge body', JSON.stringify(aRegistrationBody({ specificQuestions: 'x'.repeat(400_000) }))],
    [
      'many keys',
      JSON.stringify(Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`k${i}`, i]))),
    ],
  ])('answers %s with a refusal, never a fault', async (_name, rawBody) => {
    const answer = await app.api.post(`/api/webinars/sessions/${documentId}/registrations`, {
      rawBody,
    });
    expect([400, 413]).toContain(answer.status);
    expect(await registrationsOf(documentId)).toEqual([]);
  });

  it('answers what is no JSON with a code, and quotes nothing of it, neither there nor in the log', async () => {
    const answer = await app.api.post(`/api/webinars/sessions/${documentId}/registrations`, {
      rawBody: '{"email":"ada@example.org","firstName":Lovelace}',
    });
    expectRefusal(answer, 400, 'body_unreadable');
    expect([answer.text, ...app.log].join('\n')).not.toMatch(/Lovelace|irstName/);
    expect(app.log.filter((line) => line.startsWith('error'))).toEqual([]);
  });

  it.each([
    ['body_unreadable', '{', 400],
    ['body_too_large', JSON.stringify({ firstName: 'x'.repeat(300_000) }), 413],
  ] as const)('says %s in the language of the request', async (code, rawBody, status) => {
    const path = `/api/webinars/sessions/${documentId}/registrations`;
    const english = await app.api.post(path, { rawBody });
    const german = await app.api.post(`${path}?locale=de`, { rawBody });
    expectRefusal(english, status, code);
    expect(english.body.error?.message).toBe(REQUEST_ERRORS[code].message.en);
    expect(german.body.error?.message).toBe(REQUEST_ERRORS[code].message.de);
  });

  it.each([
    ['a form', 'application/x-www-form-urlencoded', 'firstName=Ada&lastName=Lovelace'],
    ['plain text', 'text/plain', 'hello'],
    ['XML', 'application/xml', '<a/>'],
    ['a broken multipart', 'multipart/form-data; boundary=x', '--x\r\nnonsense'],
  ])('answers %s with a refusal', async (_name, type, rawBody) => {
    const answer = await app.api.post(`/api/webinars/sessions/${documentId}/registrations`, {
      rawBody,
      headers: { 'Content-Type': type },
    });
    expect([400, 415]).toContain(answer.status);
  });

  it.each([
    '%00',
    'a%00b',
    '%ED%A0%80',
    '%FF',
    '%E0%A4%A',
    "' OR 1=1 --",
    'x'.repeat(3000),
    '..%2F..',
    '💥',
  ])('finds neither session nor registration at %p', async (id) => {
    const path = encodeURI(id).replace(/%25/g, '%');
    const answers = [
      await app.api.post(`/api/webinars/sessions/${path}/registrations`, {
        body: aRegistrationBody(),
      }),
      await app.api.get(`/api/webinars/registrations/${path}`),
      await app.api.post(`/api/webinars/registrations/${path}/cancel`),
    ];
    for (const { status } of answers) expect([400, 404]).toContain(status);
  });
});

describe('a session', () => {
  it.each([
    ['is a draft', { state: 'draft' }, 404, 'session_not_found'],
    ['opens later', { registrationOpensAt: inHours(1) }, 409, 'registration_not_open'],
    [
      'opens later by the program’s default',
      { datetime: inDays(31) },
      409,
      'registration_not_open',
    ],
    ['has closed its list', { registrationClosesAt: inHours(-1) }, 409, 'registration_closed'],
    ['has begun', { datetime: inHours(-0.5), duration: 60 }, 409, 'session_started'],
    ['is over', { datetime: inDays(-1) }, 409, 'session_started'],
    ['costs money that nobody can pay', { price: 4900 }, 409, 'payment_required'],
  ])('that %s refuses, and writes nothing', async (_name, overrides, status, code) => {
    const { documentId } = await aSession(app.strapi, overrides);

    expectRefusal(await register(app, documentId), status, code);

    expect(await registrationsOf(documentId)).toEqual([]);
    await expectInvariants(app, documentId);
  });

  it('that is cancelled refuses', async () => {
    const { documentId } = await aSession(app.strapi);
    await app.change('webinars_sessions', { document_id: documentId }, { state: 'cancelled' });
    expectRefusal(await register(app, documentId), 409, 'session_cancelled');
  });

  it('that does not exist is not found, in German as well', async () => {
    expectRefusal(await register(app, 'nowhere'), 404, 'session_not_found');
    const german = await register(app, 'nowhere', {}, '?locale=de');
    expect(german.body.error?.message).toBe('Dieses Webinar gibt es nicht.');
  });

  it('that is due to be published counts as published, whatever its row says', async () => {
    const { documentId } = await aSession(app.strapi, {
      state: 'draft',
      scheduledPublishAt: inHours(-1),
    });
    expect(await registered(app, documentId)).toMatchObject({ status: 'confirmed' });
  });

  it('that opens earlier than the default takes registrations from then on', async () => {
    const { documentId } = await aSession(app.strapi, {
      datetime: inDays(60),
      registrationOpensAt: inHours(-1),
    });
    expect(await registered(app, documentId)).toMatchObject({ status: 'confirmed' });
  });

  it('that is free for early birds is free for them', async () => {
    const { documentId } = await aSession(app.strapi, {
      price: 4900,
      earlyBirdPrice: 0,
      earlyBirdEndDate: inDays(1),
    });
    expect(await registered(app, documentId)).toMatchObject({ status: 'confirmed' });
  });

  it('that needs approval takes everybody down without giving a seat', async () => {
    const { documentId } = await aSession(app.strapi, { requiresApproval: true, capacity: 1 });

    for (const _ of [1, 2]) {
      expect(await registered(app, documentId)).toMatchObject({
        status: 'awaiting_approval',
        nextStep: null,
      });
    }
    expect(await expectInvariants(app, documentId)).toMatchObject({ held: 0, waitlisted: 0 });
  });

  it('without a capacity takes everybody', async () => {
    const { documentId } = await aSession(app.strapi, { capacity: null });
    const receipts = await Promise.all([1, 2, 3, 4, 5].map(() => registered(app, documentId)));
    expect(receipts.map(({ status }) => status)).toEqual(Array(5).fill('confirmed'));
  });

  it('that is full puts newcomers on the waitlist, each with a rank', async () => {
    const { documentId } = await aSession(app.strapi, { capacity: 2 });
    const receipts = [];
    for (const _ of [1, 2, 3, 4]) receipts.push(await registered(app, documentId));

    expect(receipts.map(({ status, waitlistPosition }) => [status, waitlistPosition])).toEqual([
      ['confirmed', undefined],
      ['confirmed', undefined],
      ['waitlisted', 1],
      ['waitlisted', 2],
    ]);
    expect(await expectInvariants(app, documentId)).toMatchObject({ held: 2, waitlisted: 2 });
  });

  it('that is full and keeps no waitlist refuses', async () => {
    const { documentId } = await aSession(app.strapi, { capacity: 1, allowWaitlist: false });
    await registered(app, documentId);

    expectRefusal(await register(app, documentId), 409, 'session_full');
    expect(await registrationsOf(documentId)).toHaveLength(1);
  });
});

describe('cancelling', () => {
  it('frees the seat', async () => {
    const { documentId } = await aSession(app.strapi, { capacity: 1, allowWaitlist: false });
    const { token } = await registered(app, documentId);

    const answer = await cancel(app, token);

    expect(answer.status).toBe(200);
    expect(answer.body.data).toMatchObject({ status: 'cancelled', canCancel: false });
    expect(await registered(app, documentId)).toMatchObject({ status: 'confirmed' });
    await expectInvariants(app, documentId);
  });

  it('keeps the freed seat for who is first in line', async () => {
    const { documentId } = await aSession(app.strapi, { capacity: 1 });
    const { token } = await registered(app, documentId);
    const waiting = await registered(app, documentId);
    await cancel(app, token);

    expect((await look(app, waiting.token)).body.data).toMatchObject({ status: 'offered' });
    expect(await registered(app, documentId)).toMatchObject({
      status: 'waitlisted',
      waitlistPosition: 1,
    });
  });

  it('moves up whoever waits behind, because a rank is the rank now', async () => {
    const { documentId } = await aSession(app.strapi, { capacity: 0 });
    const first = await registered(app, documentId);
    const second = await registered(app, documentId);
    await cancel(app, first.token);

    expect((await look(app, second.token)).body.data).toMatchObject({ waitlistPosition: 1 });
    expect(await registered(app, documentId)).toMatchObject({ waitlistPosition: 2 });
    await expectInvariants(app, documentId);
  });

  it('a second time changes nothing and sends nothing', async () => {
    const { documentId } = await aSession(app.strapi, { capacity: 3 });
    const email = 'twice-cancelled@example.org';
    const { token } = await registered(app, documentId, { email });
    await cancel(app, token);
    const before = await rowOf(token);
    await app.runJobs();

    const again = await cancel(app, token);
    await app.runJobs();

    expect(again.status).toBe(200);
    expect(again.body.data).toMatchObject({ status: 'cancelled' });
    expect(await rowOf(token)).toEqual(before);
    expect(await expectInvariants(app, documentId)).toMatchObject({ held: 0 });
    const subjects = (await app.mails.messages(email)).map(({ subject }) => subject);
    expect(new Set(subjects).size).toBe(subjects.length);
  });

  it('is refused once the session has begun', async () => {
    const { documentId } = await aSession(app.strapi);
    const { token } = await registered(app, documentId);
    const begun = new Date(Date.now() - 60_000);
    await app.change(
      'webinars_sessions',
      { document_id: documentId },
      { datetime: app.isPostgres ? begun : begun.getTime() }
    );

    expectRefusal(await cancel(app, token), 409, 'session_started');
    expect(await rowOf(token)).toMatchObject({ state: 'confirmed' });
  });

  it('tells the attendee, and takes the event out of the calendar', async () => {
    const { documentId } = await aSession(app.strapi);
    const email = 'leaver@example.org';
    const { token } = await registered(app, documentId, { email });
    await app.runJobs();
    await cancel(app, token);
    await app.runJobs();

    const [request, cancellation] = (await app.mails.messages(email)).map(invitationOf);
    expect(request).toMatchObject({ method: 'REQUEST' });
    expect(cancellation).toMatchObject({ method: 'CANCEL', uid: request?.uid });
    expect(cancellation?.sequence).toBeGreaterThan(request?.sequence ?? Infinity);
  });
});

describe('the registrant’s page', () => {
  const pageOf = (token: string, query = '') => app.api.get(`/api/webinars/r/${token}${query}`);
  const submit = (token: string, rawBody: string) =>
    app.api.post(`/api/webinars/r/${token}`, {
      rawBody,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });

  it('shows the registration in both languages, and looking at it changes nothing', async () => {
    const { documentId } = await aSession(app.strapi);
    const { token, reference } = await registered(app, documentId, { language: 'de' });

    const german = await pageOf(token);
    const english = await pageOf(token, '?locale=en');

    expect(german.status).toBe(200);
    expect(german.headers.get('content-type')).toMatch(/^text\/html/);
    expect(german.headers.get('cache-control')).toBe('no-store');
    expect(german.headers.get('referrer-policy')).toBe('no-referrer');
    expect(german.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(german.text).toMatch(/<html[^>]* lang="de"/);
    expect(english.text).toMatch(/<html[^>]* lang="en"/);
    expect(german.text).toContain(reference);
    expect(english.text).toContain(reference);
    expect(await rowOf(token)).toMatchObject({ state: 'confirmed' });
  });

  it('cancels by its form, and says so once it is reloaded', async () => {
    const { documentId } = await aSession(app.strapi);
    const { token } = await registered(app, documentId);

    const answer = await submit(token, 'action=cancel');

    expect(answer.status).toBe(303);
    expect(await rowOf(token)).toMatchObject({ state: 'cancelled' });
    const again = await pageOf(token, answer.headers.get('location') ?? '');
    expect(again.status).toBe(200);
    expect(again.text).not.toContain('value="cancel"');
    await expectInvariants(app, documentId);
  });

  it('writes names as text, whatever they contain', async () => {
    const { documentId } = await aSession(app.strapi);
    const { token } = await registered(app, documentId, {
      firstName: '<img src=x onerror=1>',
      company: '"><script>alert(1)</script>{{ token }}',
    });
    const { text } = await pageOf(token);
    expect(text).not.toMatch(/<img src=x|<script/);
  });

  it('for a link that leads nowhere is a page too, and its form does nothing', async () => {
    const nowhere = `${'0'.repeat(32)}.${'A'.repeat(43)}`;
    const page = await pageOf(nowhere, '?locale=de');
    expect(page.status).toBe(404);
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect([303, 404]).toContain((await submit(nowhere, 'action=cancel')).status);
  });
});

describe('a token', () => {
  const flip = (token: string, at: number) => {
    const letter = token[at] === 'a' ? 'b' : 'a';
    return token.slice(0, at) + letter + token.slice(at + 1);
  };

  it('that was changed anywhere opens nothing', async () => {
    const { documentId } = await aSession(app.strapi);
    const { token } = await registered(app, documentId);
    const { token: other } = await registered(app, documentId);
    const [publicId = '', mac = ''] = token.split('.');
    const forged = [
      ...[0, 15, 31, 33, 50, 74].map((at) => flip(token, at)),
      // The last letter carries two bits that mean nothing: they must not be a second spelling of the token.
      ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
        .split('')
        .map((letter) => token.slice(0, -1) + letter)
        .filter((candidate) => candidate !== token),
      `${publicId}.${other.split('.')[1]}`,
      `${publicId.toUpperCase()}.${mac}`,
      `${publicId}.`,
      publicId,
      mac,
      `${token}A`,
      `${publicId}.${'A'.repeat(43)}`,
    ];
    for (const forgery of forged) expectRefusal(await look(app, forgery), 404, 'token_invalid');
    expectRefusal(await cancel(app, flip(token, 50)), 404, 'token_invalid');
    expect(await rowOf(token)).toMatchObject({ state: 'confirmed' });
  });

  it('that was signed for another purpose opens nothing', async () => {
    const { documentId } = await aSession(app.strapi);
    const { token } = await registered(app, documentId);
    const [publicId] = token.split('.');
    const sign = (purpose: string) =>
      `${publicId}.${createHmac('sha256', secret).update(`${purpose}:${publicId}:1`).digest('base64url')}`;

    expect(sign('manage')).toBe(token);
    for (const purpose of ['join', 'feed', 'feedback', 'unsubscribe', 'onboarding', 'draft']) {
      expectRefusal(await look(app, sign(purpose)), 404, 'token_invalid');
    }
  });

  it('opens nothing any more once its version was raised', async () => {
    const { documentId } = await aSession(app.strapi);
    const { token } = await registered(app, documentId);
    await app.change(
      'webinars_registrations',
      { public_id: token.split('.')[0] },
      { token_version: 2 }
    );
    expectRefusal(await look(app, token), 404, 'token_invalid');
    expectRefusal(await cancel(app, token), 404, 'token_invalid');
  });

  it('is stored nowhere and masked in the access log', async () => {
    const { documentId } = await aSession(app.strapi);
    const { token } = await registered(app, documentId);
    const seen = app.log.length;
    await look(app, token);
    await app.api.get(`/api/webinars/r/${token}`);
    await cancel(app, token);

    const lines = app.log.slice(seen).join('\n');
    expect(lines).toContain('/api/webinars/registrations/');
    expect(lines).not.toContain(token.split('.')[1]);
    expect(lines).not.toContain(token.split('.')[0]);
    expect(JSON.stringify(await rowOf(token))).not.toContain(token.split('.')[1]);
  });
});

const json = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : value);
