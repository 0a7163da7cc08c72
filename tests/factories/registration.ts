export type RegistrationInput = Record<string, unknown>;

let registrants = 0;

/** A body that is accepted: the required fields, and an e-mail address that nobody else has. */
export const aRegistrationBody = (overrides: RegistrationInput = {}): RegistrationInput => {
  registrants += 1;
  return {
    firstName: 'Ada',
    lastName: 'Lovelace',
    email: `ada.${process.pid}.${registrants}@example.org`,
    company: 'Analytical Engines',
    termsAccepted: true,
    privacyConsent: true,
    ...overrides,
  };
};
