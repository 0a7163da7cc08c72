import {
  aMailProgram,
  aMailSession,
  aRecipient,
  mailLinks,
  MAIL_NOW,
} from '../../../../../../../tests/factories/mails';
import { BLANKS, blanksOf, fillIn, type Person } from './form-letter';
import { mailContext } from './mail-context';
import { createMailRenderer } from '../look/render-mail';

const render = createMailRenderer();

const contextFor = (person: Person) =>
  mailContext({
    kind: 'reminder-last-chance',
    recipient: aRecipient(person),
    session: aMailSession(),
    program: aMailProgram(),
    links: mailLinks({
      manage: person.manageUrl,
      join: person.joinUrl,
      feedback: person.feedbackUrl,
      unsubscribe: person.unsubscribeUrl,
      feed: person.feedUrl,
    }),
    rank: person.rank,
    deadline: person.deadline,
    reason: person.reason,
    hasCalendar: false,
    next: [],
    others: person.others.map((links) => ({
      title: 'Another webinar',
      startsAt: new Date('2026-12-04T09:00:00Z'),
      durationMinutes: 60,
      timezone: 'Europe/Berlin',
      url: null,
      ...links,
    })),
    now: MAIL_NOW,
  });

const LETTER = { ...BLANKS, others: [blanksOf(0), blanksOf(1)] };

it.each([
  ['an ordinary person', { firstName: 'Johanna', lastName: 'Reinhardt' }],
  ['markup', { firstName: `<b>"A" & 'B'</b>`, lastName: '{{ rank }} $& $1' }],
  ['letters of other alphabets', { firstName: 'Łukasz 李', lastName: 'Müller 😀' }],
  ['line breaks', { firstName: 'Ada\r\nBcc: a@example.org', lastName: 'B\n' }],
  ['blanks', { firstName: BLANKS.reference, lastName: BLANKS.manageUrl }],
])('is the mail that would have been rendered for %s alone', async (_who, names) => {
  const person = {
    ...names,
    reference: 'WEB-7K3F-9QXD',
    manageUrl: 'https://example.org/registrations/a.b?c=d&e=f',
    joinUrl: 'https://cms.example.org/join/a.b',
    feedbackUrl: 'https://cms.example.org/feedback/a.b',
    unsubscribeUrl: 'https://cms.example.org/unsubscribe/a.b',
    feedUrl: 'https://cms.example.org/registrations/feed/a.b.ics?c=d&e=f',
    rank: '12',
    deadline: 'Thursday, 3 December 2026, 16:00 CET',
    reason: 'The group is for <beginners> & friends.',
    others: [
      { joinUrl: 'https://cms.example.org/join/c', manageUrl: 'https://example.org/r/c' },
      { joinUrl: 'https://cms.example.org/join/d', manageUrl: 'https://example.org/r/d' },
    ],
  };
  const letter = await render('reminder-last-chance', 'en', contextFor(LETTER));
  expect(fillIn(letter, person)).toEqual(
    await render('reminder-last-chance', 'en', contextFor(person))
  );
});

it('leaves words alone that only look like a blank', async () => {
  const person = { ...LETTER, joinUrl: 'https://cms.example.org/join/a.b' };
  const context = contextFor(LETTER);
  const title = 'All about %%joinUrl%% and %%firstName%%';
  const letter = await render('reminder-last-chance', 'en', {
    ...context,
    session: { ...context.session, title },
  });
  const filled = fillIn(letter, person);
  for (const text of Object.values(filled)) expect(text).toContain(title);
});

it('leaves no blank behind', async () => {
  const letter = await render('reminder-last-chance', 'en', contextFor(LETTER));
  expect(Object.values(letter).join()).toContain('%%');
  const person = {
    firstName: 'A',
    lastName: 'B',
    reference: 'C',
    manageUrl: 'D',
    joinUrl: 'H',
    feedbackUrl: 'I',
    unsubscribeUrl: 'J',
    feedUrl: 'O',
    rank: 'E',
    deadline: 'F',
    reason: 'G',
    others: [
      { joinUrl: 'K', manageUrl: 'L' },
      { joinUrl: 'M', manageUrl: 'N' },
    ],
  };
  expect(Object.values(fillIn(letter, person)).join()).not.toContain('%%');
});
