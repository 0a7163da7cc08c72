import { aSession } from '../factories';
import { cancel, registered } from '../support/registering';
import { startStrapi, type TestApp } from '../support/strapi';

let app: TestApp;

beforeAll(async () => {
  app = await startStrapi();
});

afterAll(() => app.stop());

const download = (token: string) =>
  app.api.get<{ error?: { details: { code: string } } }>(
    `/api/webinars/registrations/${token}/calendar.ics`
  );

describe("the attendee's own calendar file", () => {
  it('is the invitation of the mail, and its cancellation once that is cancelled', async () => {
    const { documentId } = await aSession(app.strapi);
    const { token } = await registered(app, documentId);
    await app.runJobs();

    const invitation = await download(token);
    expect(invitation.status).toBe(200);
    expect(invitation.headers.get('content-type')).toContain('method=REQUEST');
    expect(invitation.headers.get('cache-control')).toBe('no-store');
    expect(invitation.text).toContain(`UID:registration-${token.split('.')[0]}@`);

    await cancel(app, token);
    const cancellation = await download(token);
    expect(cancellation.text).toContain('METHOD:CANCEL');
    expect(sequenceOf(cancellation.text)).toBeGreaterThan(sequenceOf(invitation.text));
  });

  it('is not there for somebody who waits', async () => {
    const { documentId } = await aSession(app.strapi, { capacity: 0 });
    const { token } = await registered(app, documentId);

    const answer = await download(token);
    expect(answer.status).toBe(409);
    expect(answer.body.error?.details.code).toBe('invalid_move');
  });

  it('opens by the right token only', async () => {
    expect((await download(`${'0'.repeat(32)}.${'A'.repeat(43)}`)).status).toBe(404);
  });
});

const sequenceOf = (ics: string) => Number(/^SEQUENCE:(\d+)/m.exec(ics)?.[1]);
