/**
 * `npm run demo`: from a clean clone to a running webinar programme, with nothing but Node.
 *
 * Only what every Node that knows modules can read may be imported before the version is checked.
 */
import { refuseOldNode } from './support/node-version.mjs';

refuseOldNode();
import('./demo/run-demo.mjs').then(({ runDemo }) => runDemo());
