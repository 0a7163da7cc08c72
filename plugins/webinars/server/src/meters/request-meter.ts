import { Counter, Histogram, type Registry } from 'prom-client';
import { PUBLIC_ERRORS, REQUEST_ERRORS } from '../../../shared/errors';
import type { Measured } from '../platform/http/measure-requests';

export type RequestMeter = (measured: Measured) => void;

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const REFUSAL_CODES = Object.keys({ ...PUBLIC_ERRORS, ...REQUEST_ERRORS });

export const createRequestMeter = (registry: Registry): RequestMeter => {
  const requests = new Histogram({
    name: 'webinars_http_request_duration_seconds',
    help: 'Requests to the routes of the plugin',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const refusals = new Counter({
    name: 'webinars_refusals_total',
    help: 'Requests that were refused, by the code of the refusal',
    labelNames: ['code'],
    registers: [registry],
  });
  for (const code of REFUSAL_CODES) refusals.inc({ code }, 0);

  return ({ route, method, status, seconds, code }) => {
    const known = METHODS.includes(method) ? method : 'other';
    const labels = { method: known, route, status: `${Math.floor(status / 100)}xx` };
    requests.observe(labels, seconds);
    if (code === null) return;
    refusals.inc({ code: REFUSAL_CODES.includes(code) ? code : 'other' });
  };
};
