import type { MailKind } from '../../../domain/job-catalog';
import type { KindTexts } from './mail-words';

export const ENGLISH: Record<MailKind, KindTexts> = {
  confirmation: {
    subject: 'You’re in: {{ session.title }}',
    preheader: '{{ when.text }}. The calendar invitation is attached.',
    badge: 'Registration confirmed',
    heading: 'You’re in, {{ attendee.firstName }}!',
    intro: [
      'Wonderful that you will be there: your seat is booked. Here is everything you need for the day.',
    ],
    button: 'View your registration',
  },
  'waitlist-joined': {
    subject: 'You’re on the waitlist: {{ session.title }}',
    preheader: 'Number {{ rank }} in line. We write as soon as a seat becomes free.',
    badge: 'On the waitlist',
    heading: 'You’re on the waitlist',
    intro: [
      'The webinar is fully booked at the moment. You are number {{ rank }} in line.',
      'As soon as a seat becomes free for you, we write to this address. You need not do anything until then.',
    ],
    button: 'View your place',
  },
  'waitlist-offer': {
    subject: 'A seat is free for you: {{ session.title }}',
    preheader: 'It is yours if you accept it by {{ deadline }}.',
    badge: 'A seat for you',
    heading: 'Good news: a seat is free for you',
    intro: [
      'A seat in the webinar has become free, and you are next in line. We keep it for you until {{ deadline }}.',
      'Please accept or decline it on the page of your registration. If we do not hear from you by then, it goes to the next person.',
    ],
    button: 'Accept or decline',
  },
  'offer-expired': {
    subject: 'Your seat has been passed on: {{ session.title }}',
    preheader: 'We had kept a seat for you; the time for it has run out.',
    badge: 'Offer expired',
    heading: 'Your seat has been passed on',
    intro: [
      'We had kept a seat in this webinar for you and have not heard from you in time, so that it has gone to the next person in line.',
      'Are you still interested? As long as the webinar takes registrations, you are welcome to register again.',
    ],
    button: 'Back to the webinar',
  },
  approved: {
    subject: 'Welcome, you’re in: {{ session.title }}',
    preheader: '{{ when.text }}. The calendar invitation is attached.',
    badge: 'Registration approved',
    heading: 'You’re in, {{ attendee.firstName }}!',
    intro: [
      'The organisers have approved your registration: your seat is booked. Here is everything you need for the day.',
    ],
    button: 'View your registration',
  },
  rejected: {
    subject: 'About your registration: {{ session.title }}',
    preheader: 'This time we could not accept your registration.',
    badge: 'Not accepted',
    heading: 'We could not accept your registration',
    intro: [
      'Thank you for your interest. This time the organisers could not accept your registration for this webinar.',
    ],
    button: 'See other webinars',
  },
  'approval-pending': {
    subject: 'We have received your registration: {{ session.title }}',
    preheader: 'The organisers look at every registration. You will hear from us.',
    badge: 'Waiting for approval',
    heading: 'Thank you, we’re on it',
    intro: [
      'Your registration has arrived. The organisers of this webinar look at every registration and will answer you by mail.',
    ],
    button: 'View your registration',
  },
  'cancelled-by-attendee': {
    subject: 'You have cancelled: {{ session.title }}',
    preheader: 'Your seat is free again. You are welcome to come back.',
    badge: 'Cancelled',
    heading: 'Your registration is cancelled',
    intro: [
      'As you asked, we have cancelled your registration. Thank you for letting us know: somebody else can have the seat now.',
      'If your plans change again, you are welcome to register once more.',
    ],
    button: 'Back to the webinar',
  },
  'cancelled-by-organizer': {
    subject: 'Your registration was cancelled: {{ session.title }}',
    preheader: 'The organisers have cancelled your registration.',
    badge: 'Cancelled',
    heading: 'Your registration was cancelled',
    intro: [
      'The organisers have cancelled your registration for this webinar.',
      'If you think that this is a mistake, please get in touch with us.',
    ],
    button: 'Back to the webinar',
  },
  'manage-link': {
    subject: 'Your link to your registration: {{ session.title }}',
    preheader: 'See your registration, or cancel it, with one click.',
    badge: 'Your registration',
    heading: 'Here is your link',
    intro: [
      'This address is registered for the webinar. With your personal link you see your registration, and can cancel it.',
      'If it was not you who asked for it, you can ignore this mail: nothing has changed.',
    ],
    button: 'Open your registration',
  },
  'calendar-feed': {
    subject: 'Your webinar calendar: {{ session.title }} and all others',
    preheader: 'Subscribe once, and it follows by itself.',
    badge: 'Your calendar',
    heading: 'All your webinars in one calendar',
    intro: [
      'With the address below your calendar program shows every webinar that you are registered for, and follows all changes by itself. Choose “Subscribe” or “Add calendar from URL” there, and paste it.',
      'The address is yours alone: whoever has it sees your webinars. If we sent you another one before and you had it replaced, only this one works.',
    ],
    button: 'Your calendar',
  },
  'session-moved': {
    subject: 'Please note the change: {{ session.title }}',
    preheader: 'It takes place on {{ when.text }}.',
    badge: 'Date or time changed',
    heading: 'Please note the change',
    intro: [
      'The webinar that you registered for has been changed. This is how it takes place now; your registration stays valid.',
    ],
    button: 'View your registration',
  },
  'access-changed': {
    subject: 'How to join: {{ session.title }}',
    preheader: 'Date and time stay the same. This is how you get in.',
    badge: 'Way in updated',
    heading: 'This is how you get in',
    intro: [
      'Date and time of the webinar stay as they are. How you get into the meeting is new: please use your personal link below, and the password if one is shown. Your registration stays valid.',
    ],
    button: 'View your registration',
  },
  'session-renamed': {
    subject: 'New title: {{ session.title }}',
    preheader: 'Everything else stays the same. {{ when.text }}.',
    badge: 'New title',
    heading: 'Your webinar has a new title',
    intro: [
      'The webinar that you registered for is called “{{ session.title }}” now. Everything else stays as it is, and so does your registration.',
    ],
    button: 'View your registration',
  },
  'session-cancelled': {
    subject: 'Cancelled: {{ session.title }}',
    preheader: 'We are sorry: the webinar does not take place.',
    badge: 'Webinar cancelled',
    heading: 'This webinar does not take place',
    intro: [
      'We are sorry: the webinar that you registered for had to be cancelled. Your registration has ended with it, and there is nothing for you to do.',
    ],
    button: 'See other webinars',
  },
  'reminder-initial': {
    subject: 'Webinar {{ startsIn }}: {{ session.title }}',
    preheader: '{{ when.text }}. What to expect, and what to prepare.',
    badge: 'Reminder',
    heading: 'Your webinar is coming up',
    intro: [
      'Your webinar takes place {{ startsIn }}. Here is all that you need, so that you can take part at ease.',
      'Something has come up? Please cancel on the page of your registration: somebody else may be waiting for a seat.',
    ],
    button: 'View your registration',
  },
  'reminder-final': {
    subject: 'Last details, webinar {{ startsIn }}: {{ session.title }}',
    preheader: '{{ when.text }}. Your link is in this mail.',
    badge: 'Starts {{ startsIn }}',
    heading: 'Are you ready? It starts {{ startsIn }}',
    intro: [
      'It is nearly time: your webinar starts {{ startsIn }}. Keep this mail, it holds your personal link.',
      'Now is a good moment to try your sound, read what is listed below, and write down the question that you want answered.',
    ],
    button: 'Open your personal link',
  },
  'reminder-last-chance': {
    subject: 'Starting soon: {{ session.title }}',
    preheader: '{{ when.time }}. Join with one click.',
    badge: 'Starting soon',
    heading: 'It’s about to start',
    intro: ['Your webinar begins shortly: {{ when.time }}. One click, and you are in.'],
    button: 'Join now',
  },
  'follow-up-attended': {
    subject: 'Thank you for joining: {{ session.title }}',
    preheader: 'And one question: how was it?',
    badge: 'Thank you',
    heading: 'Thank you for being there',
    intro: [
      'Good that you took the time for “{{ session.title }}”. We hope that you can use some of it straight away.',
    ],
    button: 'Rate the webinar',
  },
  'follow-up-missed': {
    subject: 'Sorry we missed you: {{ session.title }}',
    preheader: 'We would have liked to have you there.',
    badge: 'We missed you',
    heading: 'Sorry that we missed you',
    intro: [
      'It seems that you could not be there this time. That happens.{% if hasAfter %} What there is to catch up on, you find below.{% endif %}',
    ],
    button: 'Watch the recording',
  },
  'feedback-request': {
    subject: 'One question about “{{ session.title }}”',
    preheader: 'It takes less than a minute.',
    badge: 'One question',
    heading: 'How was the webinar for you?',
    intro: [
      'You were there, so you know best: how useful was it, from one to five? It takes less than a minute; if you like, add a sentence.',
      'Only the organisers read your words; the stars become part of an average.',
    ],
    button: 'Answer',
  },
};
