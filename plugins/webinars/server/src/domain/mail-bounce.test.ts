import { isAddressGone } from './mail-bounce';

const refusal = (statusCode: string | null, overrides = {}) => ({
  responseCode: 550,
  statusCode,
  isAboutRecipient: true,
  ...overrides,
});

describe('a refusal', () => {
  it.each([
    ['no such mailbox', '5.1.1'],
    ['no such system', '5.1.2'],
    ['takes no mail at all', '5.1.10'],
    ['a mailbox that is switched off', '5.2.1'],
  ])('means that nobody is there: %s', (_what, statusCode) => {
    expect(isAddressGone(refusal(statusCode))).toBe(true);
  });

  it.each([
    ['nothing closer', null],
    ['our address', '5.1.8'],
    ['a full mailbox', '5.2.2'],
    ['our reputation', '5.7.1'],
    ['the size of the mail', '5.3.4'],
  ])('says nothing about the address: %s', (_what, statusCode) => {
    expect(isAddressGone(refusal(statusCode))).toBe(false);
  });

  it('says nothing about the address when it is for now only, or not about the recipient', () => {
    expect(isAddressGone(refusal('5.1.1', { responseCode: 450 }))).toBe(false);
    expect(isAddressGone(refusal('5.1.1', { isAboutRecipient: false }))).toBe(false);
  });
});
