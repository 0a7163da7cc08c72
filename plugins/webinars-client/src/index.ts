export {
  createWebinarsClient,
  type CallOptions,
  type ClientOptions,
  type WebinarsClient,
  type WriteOptions,
} from './client.js';
export { WebinarsError } from './errors.js';
export type { components, operations, paths } from './generated/api.js';
export type * from './shapes.js';
