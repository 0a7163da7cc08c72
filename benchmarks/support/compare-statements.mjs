import { BY_HAND_PATH } from '../host/by-hand-route.mjs';
import { aRegistrant } from './registrant.mjs';

/**
 * The comparison is fair only as long as both sides run the same statements: they are recorded, not believed.
 *
 * @returns {Promise<{ product: number, byHand: number }>} how many each side runs for one registration
 */
export const compareStatements = async ({ server, address, newSession }) => {
  const record = async (pathOf) => {
    const url = `${address}${pathOf(await newSession())}`;
    await server.call('recordStatements');
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(aRegistrant()),
    });
    const statements = (await server.call('recordedStatements')).map(shapeOf);
    if (answer.status !== 201)
      throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
    return statements;
  };
  const product = await record((id) => `/api/webinars/sessions/${id}/registrations`);
  const byHand = await record((id) => `${BY_HAND_PATH}/${id}`);
  if (product.join('\n') !== byHand.join('\n')) {
    throw new Error(
      `The reference no longer runs what the product runs:\n${product.join('\n')}\n\nby hand:\n${byHand.join('\n')}`
    );
  }
  return { product: product.length, byHand: byHand.length };
};

/** Verb and first table. */
const shapeOf = (sql) => {
  const verb = /^[\s(]*(\w+)/.exec(sql)?.[1].toLowerCase() ?? sql;
  const table = /(?:from|into|update)\s+(?:["`]?\w+["`]?\.)?["`]?(\w+)/i.exec(sql)?.[1] ?? '';
  return `${verb === 'with' ? 'insert' : verb} ${table}`.trim();
};
