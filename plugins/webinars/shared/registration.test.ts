import { registrationBody } from './registration';

const BODY = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  email: 'ada@example.org',
  company: 'Analytical Engines',
  termsAccepted: true,
  privacyConsent: true,
};

/** A fifth of what a request may bring. */
const LENGTH = 50_000;

describe('a body with a text beyond all measure', () => {
  const fields = [
    'firstName',
    'lastName',
    'email',
    'phone',
    'company',
    'position',
    'website',
    'specificQuestions',
    'accessibilityNeeds',
    'timezone',
    'referralCode',
  ];

  it.each(fields.flatMap((field) => ['x', '-', 'a.', ' x', '\u00ad'].map((part) => [field, part])))(
    'in %s, of %j again and again, is refused at once',
    (field, part) => {
      const text = part.repeat(LENGTH / part.length);
      const startedAt = performance.now();
      const { success } = registrationBody.safeParse({ ...BODY, [field]: text });
      expect(success).toBe(false);
      expect(performance.now() - startedAt).toBeLessThan(1000);
    }
  );
});
