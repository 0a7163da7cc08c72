import { createMailServerWatch } from './mail-server-watch';

const START = Date.parse('2026-11-22T10:00:00Z');
const GO = { kind: 'go', isProbe: false };
const after = (seconds: number) => new Date(START + seconds * 1000);

it('lets everything pass while the server answers, and after a broken line or two', () => {
  const watch = createMailServerWatch();
  expect(watch.turn(after(0))).toEqual(GO);
  expect(watch.unreachable(after(0))).toBe(15);
  expect(watch.unreachable(after(0))).toBe(15);
  expect(watch.turn(after(1))).toEqual(GO);
});

const outage = () => {
  const watch = createMailServerWatch();
  for (let failure = 0; failure < 3; failure += 1) watch.unreachable(after(0));
  return watch;
};

it('sends one mail ahead every ten seconds and puts the others off, longer with the outage, up to five minutes', () => {
  const watch = outage();
  expect(watch.turn(after(9))).toEqual({ kind: 'wait', seconds: 15 });
  expect(watch.turn(after(60))).toEqual({ kind: 'go', isProbe: true });
  expect(watch.turn(after(61))).toEqual({ kind: 'wait', seconds: 61 });
  expect(watch.unreachable(after(1000))).toBe(300);
});

it('forgets the outage with the first answer', () => {
  const watch = outage();
  watch.reached();
  expect(watch.turn(after(1))).toEqual(GO);
});
