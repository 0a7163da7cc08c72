import { wholeAddress } from './web-address';

it('makes uploads reachable from a mailbox, and nothing of what is no web address', () => {
  expect(wholeAddress('/uploads/a.png', 'https://cms.example.org')).toBe(
    'https://cms.example.org/uploads/a.png'
  );
  expect(wholeAddress('https://cdn.example.org/a.png', '')).toBe('https://cdn.example.org/a.png');
  expect(wholeAddress('javascript:alert(1)', 'https://cms.example.org')).toBeNull();
  expect(wholeAddress(null, 'https://cms.example.org')).toBeNull();
});
