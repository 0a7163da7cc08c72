import { parseSender } from './sender';

it.each([
  ['Webinars <webinars@localhost>', 'Webinars', 'webinars@localhost'],
  ['"Northlight, Webinars" <webinars@example.org>', 'Northlight, Webinars', 'webinars@example.org'],
  ['<webinars@example.org>', '', 'webinars@example.org'],
  [' webinars@example.org ', '', 'webinars@example.org'],
])('reads %s', (from, name, address) => {
  expect(parseSender(from)).toEqual({ name, address });
});
