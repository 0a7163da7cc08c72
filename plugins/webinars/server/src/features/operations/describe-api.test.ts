import { describeApi } from './describe-api';

const SERVER = 'https://cms.example.org/api/webinars';

describe('the document of a server', () => {
  it('asks for no token where the API is open to all', () => {
    const api = describeApi({ serverUrl: SERVER, isClosed: false });
    expect(api).toMatchObject({ security: [], servers: [{ url: SERVER }] });
    expect(api).not.toHaveProperty('components.securitySchemes.apiToken');
    expect(api).not.toHaveProperty(['paths', '/sessions', 'get', 'responses', '401']);
  });

  it('asks for a token where the API is closed, and says how the host refuses without one', () => {
    const api = describeApi({ serverUrl: SERVER, isClosed: true });
    expect(api).toMatchObject({
      security: [{ apiToken: [] }],
      components: { securitySchemes: { apiToken: { type: 'http', scheme: 'bearer' } } },
      paths: { '/sessions': { get: { responses: { 401: {}, 403: {} } } } },
    });
  });

  it('has a key of its own for the metrics in both cases', () => {
    for (const isClosed of [true, false]) {
      const api = describeApi({ serverUrl: SERVER, isClosed });
      expect(api).toHaveProperty(['paths', '/metrics', 'get', 'security'], [{ metricsToken: [] }]);
    }
  });
});
