import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

type Begin = (connection: unknown) => unknown;
type Transaction = { begin: Begin; query(connection: unknown, sql: string): unknown };

/**
 * Lets every transaction ask for the right to write as it begins. SQLite turns away whoever has read already and wants
 * to write once another process, a command beside the server, has written in between, and does not let it wait
 * (SQLITE_BUSY_SNAPSHOT, https://www.sqlite.org/lang_transaction.html). knex knows a plain BEGIN only. Within a process
 * nothing changes: it has one connection.
 */
export const beginByWriting = (strapi: Core.Strapi): void => {
  const client = strapi.db.connection.client as Knex.Client;
  const open = client.transaction.bind(client);
  client.transaction = (...parameters: Parameters<typeof open>) => {
    const opened = open(...parameters);
    const transaction = opened as unknown as Transaction;
    transaction.begin = (connection) => transaction.query(connection, 'BEGIN IMMEDIATE;');
    return opened;
  };
};
