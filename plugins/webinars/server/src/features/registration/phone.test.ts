import { normalizePhone } from './phone';

describe('normalising a phone number', () => {
  it.each([
    ['+49 30 1234567', 'en', '+49301234567'],
    ['030 1234567', 'de', '+49301234567'],
    ['030 1234567', 'en', '030 1234567'],
    ['+1 (212) 555-0123', 'de', '+12125550123'],
    ['ask at the desk', 'en', 'ask at the desk'],
    [null, 'en', null],
  ] as const)('%p in %s is %p', (typed, language, expected) => {
    expect(normalizePhone(typed, language)).toBe(expected);
  });
});
