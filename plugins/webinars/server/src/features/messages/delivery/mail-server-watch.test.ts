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

describe('a server that asks for patience', () => {
  const at = (seconds: number) => new Date(Date.UTC(2026, 10, 22, 10) + seconds * 1000);

  it('is left in peace by all mails once it says so twice in a row', () => {
    const watch = createMailServerWatch();
    watch.deferred(at(0), 451);
    expect(watch.turn(at(0)).kind).toBe('go');
    watch.deferred(at(0), 450);
    expect(watch.turn(at(0.5))).toEqual({ kind: 'wait', seconds: 5 });
  });

  it('is left in peace at once when it hangs up', () => {
    const watch = createMailServerWatch();
    watch.deferred(at(0), 421);
    expect(watch.turn(at(0)).kind).toBe('wait');
  });

  it('gets one mail at a time after that, ever more rarely, and at full speed once it takes them', () => {
    const watch = createMailServerWatch();
    watch.deferred(at(0), 421);
    expect(watch.turn(at(1)).kind).toBe('go');
    expect(watch.turn(at(1)).kind).toBe('wait');
    watch.deferred(at(1), 451);
    expect(watch.turn(at(2)).kind).toBe('wait');
    expect(watch.turn(at(3)).kind).toBe('go');
    watch.accepted();
    expect(watch.turn(at(5)).kind).toBe('go');
    watch.accepted();
    expect(watch.turn(at(5)).kind).toBe('go');
    expect(watch.turn(at(5)).kind).toBe('go');
  });

  it('may refuse a mail for now without slowing the others: one that is taken counts', () => {
    const watch = createMailServerWatch();
    watch.deferred(at(0), 451);
    watch.accepted();
    watch.deferred(at(0), 451);
    expect(watch.turn(at(0)).kind).toBe('go');
  });

  it('never waits for longer than a minute', () => {
    const watch = createMailServerWatch();
    for (let times = 0; times < 20; times += 1) watch.deferred(at(0), 452);
    expect(watch.turn(at(59)).kind).toBe('wait');
    expect(watch.turn(at(60)).kind).toBe('go');
  });

  it('is not meant by what it says of the login', () => {
    const watch = createMailServerWatch();
    watch.deferred(at(0), 454);
    watch.deferred(at(0), 454);
    expect(watch.turn(at(0)).kind).toBe('go');
  });
});
