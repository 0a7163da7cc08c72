import {
  aMailProgram,
  aMailSession,
  aRecipient,
  mailLinks,
} from '../../../../../../tests/factories/mails';
import { BLANKS, fillIn } from './form-letter';
import { mailContext } from './mail-context';
import { createMailRenderer } from './render-mail';

const render = createMailRenderer();

const contextFor = (person: typeof BLANKS) =>
  mailContext({
    kind: 'waitlist-joined',
    recipient: aRecipient({ ...person, state: 'waitlisted' }),
    session: aMailSession(),
    program: aMailProgram(),
    links: mailLinks({ manage: person.manageUrl }),
    rank: person.rank,
    deadline: person.deadline,
    reason: person.reason,
    hasCalendar: false,
  });

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
    rank: '12',
    deadline: 'Thursday, 3 December 2026, 16:00 CET',
    reason: 'The group is for <beginners> & friends.',
  };
  const letter = await render('waitlist-joined', 'en', contextFor(BLANKS));
  expect(fillIn(letter, person)).toEqual(await render('waitlist-joined', 'en', contextFor(person)));
});

it('leaves no blank behind', async () => {
  const letter = await render('waitlist-joined', 'en', contextFor(BLANKS));
  expect(Object.values(letter).join()).toContain('%%');
  const person = {
    firstName: 'A',
    lastName: 'B',
    reference: 'C',
    manageUrl: 'D',
    rank: 'E',
    deadline: 'F',
    reason: 'G',
  };
  expect(Object.values(fillIn(letter, person)).join()).not.toContain('%%');
});
