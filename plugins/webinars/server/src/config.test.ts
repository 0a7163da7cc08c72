import { parseConfig } from './config';

const SECRET = 'a secret of at least thirty-two characters';

describe('the token of the metrics', () => {
  it.each([undefined, ''])('can be left out (%j)', (metricsToken) => {
    expect(parseConfig({ secret: SECRET, metricsToken }).metricsToken).toBeUndefined();
  });

  it('is taken as it is', () => {
    const metricsToken = 'sixteen-letters!';
    expect(parseConfig({ secret: SECRET, metricsToken }).metricsToken).toBe(metricsToken);
  });

  it.each(['fifteen-letters', 'sixteen letters!', 'sechzehn-Lettern-ä'])(
    'stops the start with a sentence where nobody could rely on it (%s)',
    (metricsToken) => {
      expect(() => parseConfig({ secret: SECRET, metricsToken })).toThrow(
        'The webinars plugin cannot start: WEBINARS_METRICS_TOKEN needs at least 16 characters, all of them visible ASCII.'
      );
    }
  );
});
