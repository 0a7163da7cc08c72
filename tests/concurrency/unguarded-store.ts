import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Knex } from 'knex';
import { placeRegistration } from '../../plugins/webinars/server/src/domain/placement';
import type { TestDatabase } from '../support/database';

/**
 * The control of the storm: the same decision over the same traffic, by a store that has neither lock nor CHECK. On
 * PostgreSQL it keeps the transaction; on SQLite, where a transaction is a lock of the whole file, it does without.
 * Were the storm too weak to oversell here, its result for the real store would mean nothing.
 */
export const startUnguardedServer = async (database: TestDatabase, capacity: number) => {
  const connection = database.connect();
  await connection.schema.createTable('control_inventory', (table) => {
    table.integer('capacity');
    table.integer('held');
    table.integer('waitlisted');
  });
  await connection.schema.createTable('control_registrations', (table) => {
    table.increments('id');
    table.string('email');
    table.string('state');
  });
  await connection('control_inventory').insert({ capacity, held: 0, waitlisted: 0 });

  const placeOne = async (email: string): Promise<string> =>
    database.kind === 'postgres'
      ? connection.transaction((trx) => place(trx, email))
      : place(connection, email);

  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { email } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { email: string };
      placeOne(email).then(
        (status) => response.writeHead(201).end(JSON.stringify({ data: { status, token: '' } })),
        (error: unknown) => response.writeHead(500).end(JSON.stringify({ error: String(error) }))
      );
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    countConfirmed: async () => {
      const [row] = await connection('control_registrations')
        .where({ state: 'confirmed' })
        .count({ confirmed: '*' });
      return Number(row?.confirmed);
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await connection.destroy();
    },
  };
};

const place = async (db: Knex, email: string): Promise<string> => {
  const inventory = await db('control_inventory').first();
  // Other requests get their turn between reading and writing, as they do whenever something is waited for. (Node
  // accepts one connection a turn, so that without this SQLite's blocking calls would happen to serve one by one.)
  await delay(5);
  const now = new Date();
  const placement = placeRegistration({
    session: {
      state: 'published',
      publishAt: null,
      startsAt: new Date(now.getTime() + 86_400_000),
      durationMinutes: 60,
      timezone: 'Europe/Berlin',
      opensAt: null,
      closesAt: null,
      requiresApproval: false,
      allowWaitlist: true,
    },
    seats: inventory,
    price: 0,
    hasActiveRegistration: false,
    canTakePayment: false,
    defaultWindowDays: null,
    now,
  });
  const isConfirmed = placement.kind === 'confirmed';
  await db('control_registrations').insert({ email, state: placement.kind });
  await db('control_inventory').update(
    isConfirmed ? { held: inventory.held + 1 } : { waitlisted: inventory.waitlisted + 1 }
  );
  return placement.kind;
};
