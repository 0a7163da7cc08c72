import { seoDescription, seoTitle, SEO_LIMITS, socialDescription, socialTitle } from './seo-texts';

const facts = {
  language: 'en',
  when: 'Oct 01, 2026, 16:00 CEST',
  speaker: 'Dr. Ada Lovelace',
  summary: 'What a balance sheet tells, and what it hides.',
  isFree: true,
  registrationState: 'open',
} as const;

describe('the title of a page', () => {
  it.each([
    ['en', true, 'First steps - Free Expert Session | Example Ltd'],
    ['en', false, 'First steps - Expert Session | Example Ltd'],
    ['de', true, 'First steps - Kostenloses Experten-Webinar | Example Ltd'],
    ['de', false, 'First steps - Experten-Webinar | Example Ltd'],
  ] as const)('in %s says whether it costs something (free: %s)', (language, isFree, expected) => {
    expect(seoTitle({ title: 'First steps', brand: 'Example Ltd', isFree, language })).toBe(
      expected
    );
  });

  it('lets go of what matters less before anything of the title itself', () => {
    const short = { brand: 'Example Ltd', isFree: true, language: 'en' } as const;
    const title = 'From the pilot to everyday practice';
    expect(seoTitle({ ...short, title })).toBe(`${title} | Example Ltd`);
    const long = `${title}, and how to get there in time`;
    expect(seoTitle({ ...short, title: long })).toBe(
      'From the pilot to everyday practice, and how to get there…'
    );
  });

  it('does without a brand', () => {
    expect(seoTitle({ title: 'A', brand: null, isFree: true, language: 'en' })).toBe(
      'A - Free Expert Session'
    );
  });
});

describe('the description of a page', () => {
  it('says when, with whom, what about and what to do', () => {
    expect(seoDescription(facts)).toBe(
      'Oct 01, 2026, 16:00 CEST with Dr. Ada Lovelace: What a balance sheet tells, and what it hides. Register now for free.'
    );
    expect(seoDescription({ ...facts, language: 'de', isFree: false })).toContain(
      'Jetzt anmelden.'
    );
  });

  it('shortens what it is about, never what to do', () => {
    const summary = 'A long story about everything that a balance sheet tells. '.repeat(5);
    const description = seoDescription({ ...facts, summary });
    expect(description).toMatch(/… Register now for free\.$/);
    expect(description.length).toBeLessThanOrEqual(SEO_LIMITS.description);
  });

  it.each([
    ['waitlist', 'Join the waitlist.'],
    ['full', 'Fully booked.'],
    ['cancelled', 'Cancelled.'],
    ['not_open', 'Registration opens soon.'],
  ] as const)('fits what is possible now: %s', (registrationState, call) => {
    expect(seoDescription({ ...facts, registrationState })).toMatch(new RegExp(`${call}$`));
  });

  it('fits whatever there is to say', () => {
    for (const size of [1, 40, 100, 300]) {
      for (const speaker of [null, 'x'.repeat(size)]) {
        for (const summary of [null, 'word '.repeat(size)]) {
          const { length } = seoDescription({ ...facts, speaker, summary });
          expect(length).toBeLessThanOrEqual(SEO_LIMITS.description);
        }
      }
    }
  });
});

describe('what networks show', () => {
  it('names who presents where there is room', () => {
    const speaker = 'Ada Lovelace';
    expect(socialTitle({ title: 'First steps', speaker, language: 'en' })).toBe(
      'First steps – with Ada Lovelace'
    );
    expect(socialTitle({ title: 'x'.repeat(90), speaker, language: 'en' })).toBe('x'.repeat(90));
  });

  it('prefers what an editor wrote for them, and counts a crowd only where it is one', () => {
    const page = { description: 'About.', isOver: false, language: 'en' } as const;
    expect(socialDescription({ ...page, copy: null, registrationCount: 9 })).toBe('About.');
    expect(socialDescription({ ...page, copy: null, registrationCount: 120 })).toBe(
      '120 people have registered already. About.'
    );
    expect(socialDescription({ ...page, copy: 'Come!', registrationCount: 120 })).toBe('Come!');
  });
});
