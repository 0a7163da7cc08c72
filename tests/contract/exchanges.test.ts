import { checkExchange, type Exchange } from '../support/contract';

const REFUSAL = {
  data: null,
  error: {
    status: 404,
    name: 'NotFoundError',
    message: 'There is no such webinar.',
    details: { code: 'session_not_found' },
  },
};

const AVAILABILITY = {
  data: { capacity: 2, seatsLeft: 1, waitlistCount: 0, registrationState: 'open' },
  meta: { locale: 'en' },
};

const RECEIPT = {
  data: { reference: 'WEB-7K3F-9QXD', token: 'a.b', status: 'confirmed', nextStep: null },
  meta: { locale: 'en' },
};

const BODY = {
  firstName: 'Ada',
  lastName: 'Muster',
  email: 'ada@example.org',
  company: 'Example Ltd',
  termsAccepted: true,
  privacyConsent: true,
};

const check = (exchange: Partial<Exchange>) => () =>
  checkExchange({
    method: 'get',
    path: '/api/webinars/sessions/some-session/availability?locale=en',
    status: 200,
    headers: new Headers({ 'content-type': 'application/json; charset=utf-8' }),
    body: AVAILABILITY,
    text: 'as it came',
    ...exchange,
  });

describe('an answer of a public route', () => {
  it('passes when it is as described, be it a refusal', () => {
    expect(check({})).not.toThrow();
    expect(check({ status: 404, body: REFUSAL })).not.toThrow();
  });

  it.each<[string, Partial<Exchange>, string]>([
    [
      'has a field that is not described',
      { body: { ...AVAILABILITY, data: { ...AVAILABILITY.data, held: 1 } } },
      '/data must NOT have additional properties {"additionalProperty":"held"}',
    ],
    [
      'lacks a field',
      { body: { data: { ...AVAILABILITY.data, seatsLeft: undefined }, meta: { locale: 'en' } } },
      "/data must have required property 'seatsLeft'",
    ],
    [
      'says more beside its data',
      { body: { ...AVAILABILITY, meta: { locale: 'en', took: 3 } } },
      '/meta must NOT have additional properties {"additionalProperty":"took"}',
    ],
    [
      'has a value that is none of those described',
      { body: { ...AVAILABILITY, data: { ...AVAILABILITY.data, registrationState: 'maybe' } } },
      '/data/registrationState must be equal to one of the allowed values',
    ],
    ['has a status that is not described', { status: 410 }, 'the status 410 is not described'],
    [
      'refuses with a code that this route does not have',
      {
        status: 404,
        body: {
          ...REFUSAL,
          error: { ...REFUSAL.error, details: { code: 'topic_not_found' } },
        },
      },
      '/error/details/code must be equal to one of the allowed values',
    ],
    [
      'is of another type',
      { headers: new Headers({ 'content-type': 'text/html' }) },
      'the type text/html is not described',
    ],
    [
      'lacks a header that callers go by',
      {
        path: '/api/webinars/sessions/some-session/calendar.ics',
        headers: new Headers({ 'content-type': 'text/calendar' }),
      },
      'the header ETag is missing',
    ],
    [
      'has a body where none is described',
      {
        path: '/api/webinars/topics',
        status: 304,
        headers: new Headers({ etag: '"1"' }),
        text: 'unchanged',
      },
      'there is a body, and none is described',
    ],
  ])('is noticed when it %s', (_, exchange, fault) => {
    expect(check(exchange)).toThrow(fault);
  });

  it('is noticed when it took a body that is not described', () => {
    const registering = {
      method: 'post',
      path: '/api/webinars/sessions/some-session/registrations',
      status: 201,
      body: RECEIPT,
    };
    expect(check({ ...registering, sent: BODY })).not.toThrow();
    expect(check({ ...registering, sent: { ...BODY, sessionId: 'x' } })).toThrow(
      'this body was taken: / must NOT have additional properties {"additionalProperty":"sessionId"}'
    );
  });

  it('is noticed when it took a query that is not described', () => {
    expect(check({ path: '/api/webinars/sessions/x/availability?seats=3' })).toThrow(
      'this query was taken: seats'
    );
    const refused = { ...REFUSAL, error: { ...REFUSAL.error, status: 400 } };
    const body = {
      ...refused,
      error: { ...refused.error, details: { code: 'validation_failed', errors: [] } },
    };
    const path = '/api/webinars/sessions/x/availability?seats=3';
    expect(check({ path, status: 400, body })).not.toThrow();
  });

  it('says where it is described', () => {
    expect(check({ status: 410 })).toThrow(
      'GET /sessions/:id/availability (/api/webinars/sessions/some-session/availability?locale=en) answered 410, not as its entry in shared/api says'
    );
  });
});

describe('what is no public route', () => {
  it.each(['/api/webinars/nothing', '/webinars/jobs', '/admin/login', '/api/upload'])(
    'is not looked at: %s',
    (path) => {
      expect(check({ path, status: 418, body: 'anything' })).not.toThrow();
    }
  );
});
