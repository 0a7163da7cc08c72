import { aSession } from '../factories';
import type { ReceivedMail } from '../support/mail-sink';
import { fieldErrors } from '../support/reading';
import { register, registered } from '../support/registering';
import { startStrapi, type TestApp } from '../support/strapi';

let app: TestApp;
let session: string;
let serial = 0;

beforeAll(async () => {
  app = await startStrapi({ env: { PUBLIC_URL: 'https://cms.example.org' } });
  session = (await aSession(app.strapi)).documentId;
});

afterAll(() => app.stop());

const nextAddress = () => {
  serial += 1;
  return `guest.${serial}@example.org`;
};

/** The one mail that went out, as the mail server got it and as a reader sees it. */
const onlyMail = async () => {
  await app.runJobs();
  const [raw, ...others] = app.mails.received;
  const [parsed] = await app.mails.messages();
  app.mails.clear();
  if (raw === undefined || parsed === undefined) throw new Error('no mail went out');
  expect(others).toEqual([]);
  const ics = parsed.attachments.find(({ contentType }) => contentType === 'application/ics');
  return { raw, parsed, calendar: ics?.content.toString('utf8') ?? '' };
};

/** The names of the headers above the body, as they stand there; a folded line is part of the one before. */
const headersOf = ({ raw }: ReceivedMail) => {
  const [head = ''] = raw.toString('latin1').split('\r\n\r\n');
  return head
    .split('\r\n')
    .filter((line) => !/^\s/.test(line))
    .map((line) => line.split(':')[0]?.toLowerCase());
};

const USUAL_HEADERS = [
  'auto-submitted',
  'content-type',
  'date',
  'from',
  'message-id',
  'mime-version',
  'reply-to',
  'subject',
  'to',
  'x-auto-response-suppress',
];

/** Goes to this address and no other, with no header and no line in the calendar that is not always there. */
const expectInert = async (address: string) => {
  const { raw, parsed, calendar } = await onlyMail();
  expect(raw.to).toEqual([address]);
  expect(headersOf(raw).toSorted()).toEqual(USUAL_HEADERS);
  expect(parsed.to?.value.map((to) => to.address)).toEqual([address]);
  expect(parsed.subject).not.toMatch(/[\r\n]/);
  expect(calendar.match(/^ATTENDEE/gm)).toHaveLength(1);
  expect(calendar.match(/^BEGIN:VEVENT/gm)).toHaveLength(1);
  expect(calendar).not.toMatch(/^(BCC|X-EVIL|ATTACH|SUBJECT)/im);
  return { raw, parsed, calendar };
};

const unescaped = (html: string | false) =>
  String(html)
    .replace(/&#x?([0-9a-f]+);/gi, (entity, code: string) =>
      String.fromCodePoint(Number.parseInt(code, entity.startsWith('&#x') ? 16 : 10))
    )
    .replace(/&(lt|gt|quot|amp);/g, (_entity, name: 'lt' | 'gt' | 'quot' | 'amp') => MARKS[name]);

const MARKS = { lt: '<', gt: '>', quot: '"', amp: '&' };

describe('a name', () => {
  it.each([
    '{{ reference }}',
    '{{ 7 | times: 7 }}',
    '{% for i in (1..9) %}x{% endfor %}',
    '${7*7}',
    '<%= 7*7 %>',
    '#{7*7}',
    '[[firstName]]',
    'Bcc: eve',
    'Subject: You have won',
    '%%reference%%',
    '"Eve" <eve',
    'a, b; c: d',
    '<script>x</script>',
    '\\r\\nBcc: eve',
    '%0d%0aBcc: eve',
    "$& $1 $' $`",
  ])('of %s is written as it is, and does nothing', async (firstName) => {
    const email = nextAddress();
    await registered(app, session, { firstName, email });
    const { parsed } = await expectInert(email);
    expect(parsed.to?.value[0]?.name).toBe(`${firstName} Lovelace`);
    expect(parsed.text).toContain(firstName);
    expect(unescaped(parsed.html)).toContain(firstName);
    expect(String(parsed.html)).not.toContain('<script');
  });

  it('that is spelled like an encoded word is not decoded', async () => {
    const email = nextAddress();
    await registered(app, session, { firstName: '=?utf-8?q?evil?=', email });
    const { parsed } = await expectInert(email);
    expect(parsed.to?.value[0]?.name).toBe('= ?utf-8?q?evil?= Lovelace');
    expect(parsed.text).toContain('=?utf-8?q?evil?=');
  });

  it.each(['Ada\r\nBcc: eve', 'Ada\nBcc: eve', 'Ada\rX', 'Ada\u2028X', 'Ada\u0000X', 'Ada\u0085X'])(
    'of several lines (%j) is refused',
    async (firstName) => {
      const answer = await register(app, session, { firstName });
      expect(fieldErrors(answer)).toEqual({ firstName: 'characters_invalid' });
    }
  );

  it('of several lines that came in some other way adds nothing to a mail', async () => {
    const email = nextAddress();
    await registered(app, session, { email });
    await app.change(
      'webinars_registrations',
      { email },
      {
        first_name: 'Ada\r\nBcc: eve@evil.example\r\nX-Evil: yes\r\n\r\n<b>body</b>',
        last_name: 'L\nATTENDEE:mailto:eve@evil.example\nSubject: no',
      }
    );
    const { raw } = await expectInert(email);
    expect(raw.raw.toString('latin1')).not.toMatch(/^(bcc|x-evil):/im);
  });
});

it.each([
  'ada@example.org\r\nBcc: eve@evil.example',
  'ada@example.org\nX: y',
  'ada@example.org,eve@evil.example',
  '"ada\r\nBcc: eve" <ada@example.org>',
  'ada@example.org> RCPT TO:<eve@evil.example',
])('an address of %j is refused', async (email) => {
  const errors = fieldErrors(await register(app, session, { email }));
  expect(['characters_invalid', 'email_invalid']).toContain(errors.email);
});
