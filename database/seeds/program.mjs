/** The program settings of the demo: names, defaults and the consent texts in both languages. */
export const PROGRAM = {
  shared: {
    supportEmail: 'webinars@magnetiq.example',
    supportPhone: '+49 30 5550 1234',
    senderName: 'Magnetiq Webinars',
    replyTo: 'webinars@magnetiq.example',
    organizerName: 'Magnetiq',
    companyName: 'Magnetiq GmbH',
    companyAddress: 'Beispielstraße 12, 10115 Berlin, Germany',
    companyUrl: 'https://magnetiq.example',
    brandColor: '#2A4BD7',
    defaultTimezone: 'Europe/Berlin',
    defaultCurrency: 'EUR',
    allowWaitlist: true,
    reminderSchedule: [10_080, 2_880, 120],
  },
  en: {
    programName: 'Magnetiq Webinars',
    footerText: 'You receive this message because you registered for a webinar of Magnetiq.',
    technicalRequirements:
      'A current browser, headphones and a stable connection. A microphone if you would like to speak; everything else can be asked in the chat.',
  },
  de: {
    programName: 'Magnetiq Webinare',
    footerText:
      'Sie erhalten diese Nachricht, weil Sie sich für ein Webinar von Magnetiq angemeldet haben.',
    technicalRequirements:
      'Ein aktueller Browser, Kopfhörer und eine stabile Verbindung. Ein Mikrofon, wenn Sie mitreden möchten; alles andere geht auch im Chat.',
  },
  consents: [
    [
      'terms',
      '2026-01',
      {
        en: 'I accept the terms of participation.',
        de: 'Ich akzeptiere die Teilnahmebedingungen.',
      },
      {
        en: 'https://magnetiq.example/terms',
        de: 'https://magnetiq.example/de/teilnahmebedingungen',
      },
    ],
    [
      'privacy',
      '2026-01',
      {
        en: 'I have read the privacy notice and agree that my details are processed to run this webinar.',
        de: 'Ich habe die Datenschutzhinweise gelesen und bin damit einverstanden, dass meine Angaben für die Durchführung des Webinars verarbeitet werden.',
      },
      { en: 'https://magnetiq.example/privacy', de: 'https://magnetiq.example/de/datenschutz' },
    ],
    [
      'marketing',
      '2026-01',
      {
        en: 'I would like to hear about further events by e-mail. I can withdraw this at any time.',
        de: 'Ich möchte per E-Mail über weitere Veranstaltungen informiert werden. Das kann ich jederzeit widerrufen.',
      },
      {},
    ],
    [
      'consultant-follow-up',
      '2026-01',
      {
        en: 'The speaker may contact me after the session about my questions.',
        de: 'Die Referentin oder der Referent darf mich nach dem Termin zu meinen Fragen kontaktieren.',
      },
      {},
    ],
    [
      'data-processing',
      '2026-01',
      {
        en: 'My answers may be evaluated, without my name, to improve the programme.',
        de: 'Meine Antworten dürfen ohne meinen Namen ausgewertet werden, um das Programm zu verbessern.',
      },
      {},
    ],
  ],
};
