import type {
  MailLinks,
  MailProgram,
  MailRecipient,
  MailSession,
} from '../../plugins/webinars/server/src/features/messages/letter/mail-subject';

/** A week before `aMailSession`. */
export const MAIL_NOW = new Date('2026-11-26T15:00:00Z');

/** What a mail is made of, with texts of realistic length. */
export const aRecipient = (overrides: Partial<MailRecipient> = {}): MailRecipient => ({
  documentId: 'registration00000000000a',
  publicId: '0123456789abcdef0123456789abcdef',
  tokenVersion: 1,
  reference: 'WEB-7K3F-9QXD',
  revision: 0,
  state: 'confirmed',
  waitlistSequence: null,
  holdExpiresAt: null,
  rejectionReason: null,
  firstName: 'Johanna',
  lastName: 'Reinhardt',
  email: 'johanna.reinhardt@example.org',
  language: 'en',
  timezone: null,
  ...overrides,
});

export const aMailSession = (overrides: Partial<MailSession> = {}): MailSession => ({
  documentId: 'session0000000000000000a',
  topicId: 'topic000000000000000000a',
  slug: 'office-work-2026-12-03',
  title: 'Automate office work without losing control',
  startsAt: new Date('2026-12-03T15:00:00Z'),
  durationMinutes: 90,
  timezone: 'Europe/Berlin',
  series: null,
  language: 'en',
  revision: 0,
  speakers: ['Dr. Mara Lindqvist', 'Tobias Okafor'],
  meetingUrl: null,
  meetingPassword: null,
  prerequisites: 'A process of your own that occurs at least ten times a week. No programming.',
  materials: [
    { title: 'Worksheet: draw your process', url: 'https://cms.example.org/uploads/worksheet.pdf' },
    { title: 'Reading: eight ways to fail', url: 'https://cms.example.org/uploads/reading.pdf' },
  ],
  materialsUrl: null,
  slidesUrl: null,
  recordingUrl: null,
  agenda: [
    { title: 'What your process really looks like', minutes: 25, description: null },
    {
      title: 'Where automation fails',
      minutes: 40,
      description: 'Eight examples from offices that we have seen.',
    },
    { title: 'Your questions', minutes: 25, description: null },
  ],
  expert: {
    name: 'Dr. Mara Lindqvist',
    expertise: 'process automation',
    linkedinUrl: 'https://www.linkedin.com/in/mara-lindqvist',
    consultationUrl: 'https://lindqvist.example.org',
  },
  sharePost: null,
  ...overrides,
});

export const aMailProgram = (overrides: Partial<MailProgram> = {}): MailProgram => ({
  name: 'Northlight Webinars',
  senderName: 'Northlight Webinars',
  replyTo: 'webinars@example.org',
  speakerReplyTo: 'speakers@example.org',
  organizerName: 'Northlight',
  supportEmail: 'webinars@example.org',
  supportPhone: '+49 30 5550 1234',
  companyName: 'Northlight GmbH',
  companyAddress: 'Beispielstraße 12, 10115 Berlin, Germany',
  companyUrl: 'https://example.org',
  brandColor: '#2A4BD7',
  logoUrl: null,
  footerText: null,
  technicalRequirements: null,
  confirmationNote: null,
  cancellationNote: null,
  reminderNote: null,
  followUpNote: null,
  ...overrides,
});

const TOKEN = '0123456789abcdef0123456789abcdef.9b1deb4d3b7d4bad9bdd2b0d7b3dcb6dABCDEFGHIJK';
const OWN_PAGES = 'https://cms.example.org/api/webinars';

export const mailLinks = (overrides: Partial<MailLinks> = {}): MailLinks => ({
  manage: `https://example.org/registrations/${TOKEN}`,
  join: `${OWN_PAGES}/join/${TOKEN}`,
  feedback: `${OWN_PAGES}/feedback/${TOKEN}`,
  unsubscribe: `${OWN_PAGES}/unsubscribe/${TOKEN}`,
  feed: `${OWN_PAGES}/registrations/feed/${TOKEN}.ics`,
  session: 'https://example.org/webinars/office-work-2026-12-03',
  program: 'https://example.org/webinars',
  ...overrides,
});
