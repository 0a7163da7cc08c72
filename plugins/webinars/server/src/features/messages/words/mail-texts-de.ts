import type { MailKind } from '../../../domain/job-catalog';
import type { KindTexts } from './mail-words';

/** The first paragraph follows the greeting's comma, and begins in lower case. */
export const GERMAN: Record<MailKind, KindTexts> = {
  confirmation: {
    subject: 'Sie sind dabei: {{ session.title }}',
    preheader: '{{ when.text }}. Die Kalendereinladung liegt bei.',
    badge: 'Anmeldung bestätigt',
    heading: 'Schön, dass Sie dabei sind!',
    intro: [
      'wir freuen uns auf Sie: Ihr Platz ist gebucht. Hier finden Sie alles, was Sie für den Tag brauchen.',
    ],
    button: 'Anmeldung ansehen',
  },
  'waitlist-joined': {
    subject: 'Sie stehen auf der Warteliste: {{ session.title }}',
    preheader: 'Platz {{ rank }}. Wir schreiben Ihnen, sobald ein Platz frei wird.',
    badge: 'Auf der Warteliste',
    heading: 'Sie stehen auf der Warteliste',
    intro: [
      'das Webinar ist zurzeit ausgebucht. Sie stehen auf Platz {{ rank }} der Warteliste.',
      'Sobald ein Platz für Sie frei wird, schreiben wir Ihnen an diese Adresse. Bis dahin brauchen Sie nichts zu tun.',
    ],
    button: 'Warteplatz ansehen',
  },
  'waitlist-offer': {
    subject: 'Ein Platz ist für Sie frei: {{ session.title }}',
    preheader: 'Er gehört Ihnen, wenn Sie bis {{ deadline }} zusagen.',
    badge: 'Ein Platz für Sie',
    heading: 'Gute Nachricht: Ein Platz ist frei',
    intro: [
      'im Webinar ist ein Platz frei geworden, und Sie sind als Nächstes an der Reihe. Wir halten ihn bis {{ deadline }} für Sie frei.',
      'Bitte sagen Sie auf der Seite Ihrer Anmeldung zu oder ab. Hören wir bis dahin nichts von Ihnen, bekommt ihn die nächste Person.',
    ],
    button: 'Zusagen oder absagen',
  },
  'offer-expired': {
    subject: 'Ihr Platz wurde weitergegeben: {{ session.title }}',
    preheader: 'Wir hatten einen Platz für Sie freigehalten; die Frist ist abgelaufen.',
    badge: 'Angebot abgelaufen',
    heading: 'Ihr Platz wurde weitergegeben',
    intro: [
      'wir hatten in diesem Webinar einen Platz für Sie freigehalten und nicht rechtzeitig von Ihnen gehört. Deshalb hat ihn jetzt die nächste Person auf der Warteliste.',
      'Haben Sie noch Interesse? Solange die Anmeldung offen ist, können Sie sich gern erneut anmelden.',
    ],
    button: 'Zurück zum Webinar',
  },
  approved: {
    subject: 'Willkommen, Sie sind dabei: {{ session.title }}',
    preheader: '{{ when.text }}. Die Kalendereinladung liegt bei.',
    badge: 'Anmeldung angenommen',
    heading: 'Schön, dass Sie dabei sind!',
    intro: [
      'die Veranstalter haben Ihre Anmeldung angenommen: Ihr Platz ist gebucht. Hier finden Sie alles, was Sie für den Tag brauchen.',
    ],
    button: 'Anmeldung ansehen',
  },
  rejected: {
    subject: 'Zu Ihrer Anmeldung: {{ session.title }}',
    preheader: 'Diesmal konnten wir Ihre Anmeldung nicht annehmen.',
    badge: 'Nicht angenommen',
    heading: 'Wir konnten Ihre Anmeldung nicht annehmen',
    intro: [
      'danke für Ihr Interesse. Diesmal konnten die Veranstalter Ihre Anmeldung für dieses Webinar nicht annehmen.',
    ],
    button: 'Andere Webinare ansehen',
  },
  'approval-pending': {
    subject: 'Ihre Anmeldung ist eingegangen: {{ session.title }}',
    preheader: 'Die Veranstalter prüfen jede Anmeldung. Sie hören von uns.',
    badge: 'Wartet auf Freigabe',
    heading: 'Danke, wir kümmern uns darum',
    intro: [
      'Ihre Anmeldung ist eingegangen. Die Veranstalter dieses Webinars prüfen jede Anmeldung und antworten Ihnen per E-Mail.',
    ],
    button: 'Anmeldung ansehen',
  },
  'cancelled-by-attendee': {
    subject: 'Ihre Anmeldung ist storniert: {{ session.title }}',
    preheader: 'Ihr Platz ist wieder frei. Sie sind jederzeit willkommen.',
    badge: 'Storniert',
    heading: 'Ihre Anmeldung ist storniert',
    intro: [
      'wie gewünscht haben wir Ihre Anmeldung storniert. Danke, dass Sie Bescheid gegeben haben: So kann jemand anders den Platz bekommen.',
      'Wenn sich Ihre Pläne noch einmal ändern, melden Sie sich gern wieder an.',
    ],
    button: 'Zurück zum Webinar',
  },
  'cancelled-by-organizer': {
    subject: 'Ihre Anmeldung wurde storniert: {{ session.title }}',
    preheader: 'Die Veranstalter haben Ihre Anmeldung storniert.',
    badge: 'Storniert',
    heading: 'Ihre Anmeldung wurde storniert',
    intro: [
      'die Veranstalter haben Ihre Anmeldung für dieses Webinar storniert.',
      'Wenn Sie das für einen Irrtum halten, melden Sie sich bitte bei uns.',
    ],
    button: 'Zurück zum Webinar',
  },
  'manage-link': {
    subject: 'Der Link zu Ihrer Anmeldung: {{ session.title }}',
    preheader: 'Anmeldung ansehen oder stornieren, mit einem Klick.',
    badge: 'Ihre Anmeldung',
    heading: 'Hier ist Ihr Link',
    intro: [
      'mit dieser Adresse sind Sie für das Webinar angemeldet. Über Ihren persönlichen Link können Sie Ihre Anmeldung ansehen und stornieren.',
      'Falls Sie den Link nicht angefordert haben, können Sie diese E-Mail ignorieren: Es hat sich nichts geändert.',
    ],
    button: 'Anmeldung öffnen',
  },
  'calendar-feed': {
    subject: 'Ihr Webinar-Kalender: {{ session.title }} und alle anderen',
    preheader: 'Einmal abonnieren, und er folgt von selbst.',
    badge: 'Ihr Kalender',
    heading: 'Alle Ihre Webinare in einem Kalender',
    intro: [
      'mit der Adresse unten zeigt Ihr Kalenderprogramm jedes Webinar, für das Sie angemeldet sind, und folgt allen Änderungen von selbst. Wählen Sie dort „Abonnieren“ oder „Kalender per URL hinzufügen“, und fügen Sie sie ein.',
      'Die Adresse gehört nur Ihnen: Wer sie hat, sieht Ihre Webinare. Haben Sie eine frühere ersetzen lassen, gilt nur noch diese.',
    ],
    button: 'Ihr Kalender',
  },
  'session-moved': {
    subject: 'Bitte beachten Sie die Änderung: {{ session.title }}',
    preheader: 'Der Termin: {{ when.text }}.',
    badge: 'Termin geändert',
    heading: 'Bitte beachten Sie die Änderung',
    intro: [
      'bei dem Webinar, für das Sie angemeldet sind, hat sich etwas geändert. Die neuen Angaben finden Sie unten; Ihre Anmeldung bleibt gültig.',
    ],
    button: 'Anmeldung ansehen',
  },
  'access-changed': {
    subject: 'So nehmen Sie teil: {{ session.title }}',
    preheader: 'Der Termin bleibt unverändert. So kommen Sie ins Webinar.',
    badge: 'Zugang aktualisiert',
    heading: 'So kommen Sie ins Webinar',
    intro: [
      'der Termin des Webinars bleibt unverändert. Neu ist, wie Sie hineinkommen: Bitte verwenden Sie Ihren persönlichen Link unten und das Passwort, falls eines angegeben ist. Ihre Anmeldung bleibt gültig.',
    ],
    button: 'Anmeldung ansehen',
  },
  'session-renamed': {
    subject: 'Neuer Titel: {{ session.title }}',
    preheader: 'Alles andere bleibt, wie es ist. {{ when.text }}.',
    badge: 'Neuer Titel',
    heading: 'Ihr Webinar hat einen neuen Titel',
    intro: [
      'das Webinar, für das Sie angemeldet sind, heißt jetzt „{{ session.title }}“. Alles andere bleibt, wie es ist, auch Ihre Anmeldung.',
    ],
    button: 'Anmeldung ansehen',
  },
  'session-cancelled': {
    subject: 'Abgesagt: {{ session.title }}',
    preheader: 'Es tut uns leid: Das Webinar findet nicht statt.',
    badge: 'Webinar abgesagt',
    heading: 'Dieses Webinar findet nicht statt',
    intro: [
      'es tut uns leid: Das Webinar, für das Sie angemeldet waren, musste abgesagt werden. Ihre Anmeldung ist damit hinfällig, Sie brauchen nichts weiter zu tun.',
    ],
    button: 'Andere Webinare ansehen',
  },
  'reminder-initial': {
    subject: 'Webinar {{ startsIn }}: {{ session.title }}',
    preheader: '{{ when.text }}. Was Sie erwartet und was Sie vorbereiten können.',
    badge: 'Erinnerung',
    heading: 'Ihr Webinar rückt näher',
    intro: [
      '{{ startsIn }} findet Ihr Webinar statt. Hier finden Sie alles, was Sie dafür brauchen.',
      'Ist Ihnen etwas dazwischengekommen? Bitte sagen Sie auf der Seite Ihrer Anmeldung ab: Vielleicht wartet jemand auf einen Platz.',
    ],
    button: 'Anmeldung ansehen',
  },
  'reminder-final': {
    subject: 'Letzte Hinweise zum Webinar {{ startsIn }}: {{ session.title }}',
    preheader: '{{ when.text }}. Ihr Link steht in dieser E-Mail.',
    badge: 'Beginn {{ startsIn }}',
    heading: 'Sind Sie bereit? Es geht {{ startsIn }} los',
    intro: [
      'bald ist es so weit: Ihr Webinar beginnt {{ startsIn }}. Bitte bewahren Sie diese E-Mail auf, sie enthält Ihren persönlichen Link.',
      'Jetzt ist ein guter Moment, den Ton zu prüfen, die Unterlagen unten anzusehen und die Frage zu notieren, auf die Sie eine Antwort möchten.',
    ],
    button: 'Persönlichen Link öffnen',
  },
  'reminder-last-chance': {
    subject: 'Gleich geht es los: {{ session.title }}',
    preheader: '{{ when.time }}. Teilnahme mit einem Klick.',
    badge: 'Beginnt bald',
    heading: 'Gleich geht es los',
    intro: ['gleich beginnt Ihr Webinar: {{ when.time }}. Ein Klick, und Sie sind dabei.'],
    button: 'Jetzt teilnehmen',
  },
  'follow-up-attended': {
    subject: 'Danke für Ihre Teilnahme: {{ session.title }}',
    preheader: 'Und eine Frage: Wie war es?',
    badge: 'Vielen Dank',
    heading: 'Danke, dass Sie dabei waren',
    intro: [
      'schön, dass Sie sich die Zeit für „{{ session.title }}“ genommen haben. Wir hoffen, dass Sie vieles davon gleich anwenden können.',
    ],
    button: 'Webinar bewerten',
  },
  'follow-up-missed': {
    subject: 'Schade, dass es nicht geklappt hat: {{ session.title }}',
    preheader: 'Wir hätten Sie gern dabeigehabt.',
    badge: 'Sie haben uns gefehlt',
    heading: 'Schade, dass es nicht geklappt hat',
    intro: [
      'anscheinend konnten Sie diesmal nicht dabei sein. Das kommt vor.{% if hasAfter %} Was Sie nachholen können, finden Sie unten.{% endif %}',
    ],
    button: 'Aufzeichnung ansehen',
  },
  'feedback-request': {
    subject: 'Eine Frage zu „{{ session.title }}“',
    preheader: 'Die Antwort dauert keine Minute.',
    badge: 'Eine Frage',
    heading: 'Wie war das Webinar für Sie?',
    intro: [
      'Sie waren dabei und wissen es am besten: Wie nützlich war es, auf einer Skala von eins bis fünf? Das dauert keine Minute; wenn Sie mögen, schreiben Sie einen Satz dazu.',
      'Ihre Worte lesen nur die Veranstalter; die Sterne gehen in einen Durchschnitt ein.',
    ],
    button: 'Antworten',
  },
};
