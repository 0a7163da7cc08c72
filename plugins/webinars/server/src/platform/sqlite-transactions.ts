import type { Core } from '@strapi/strapi';

/** As much of knex as its own types leave out. */
type Transaction = {
  begin(connection: unknown): Promise<unknown>;
  trxClient: { query(connection: unknown, sql: string): Promise<unknown> };
};
type Client = { transaction(...parameters: unknown[]): Transaction };

/**
 * Lets every transaction ask for the right to write as it begins. SQLite turns away whoever has read already and wants
 * to write once another process, a command beside the server, has written in between, and does not let it wait
 * (SQLITE_BUSY_SNAPSHOT, https://www.sqlite.org/lang_transaction.html). knex knows a plain BEGIN only. Within a process
 * nothing changes: it has one connection.
 */
export const beginByWriting = (strapi: Core.Strapi): void => {
  const client: Client = strapi.db.connection.client;
  const open = client.transaction.bind(client);
  client.transaction = (...parameters) => {
    const transaction = open(...parameters);
    // Not by the transaction's own query: after a failure that goes on as if it had begun, and hides why it did not.
    transaction.begin = (connection) => transaction.trxClient.query(connection, 'BEGIN IMMEDIATE;');
    return transaction;
  };
};
