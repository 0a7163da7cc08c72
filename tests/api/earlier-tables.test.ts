import { createBootedDatabase, startStrapi } from '../support/strapi';

it('a table of an earlier version gets the columns that it lacks, and keeps its rows', async () => {
  const database = await createBootedDatabase('earlier tables');
  const earlier = await startStrapi({ database });
  const mail = {
    id: 'mail',
    mail_key: 'key',
    kind: 'confirmation',
    locale: 'en',
    state: 'queued',
    created_at: new Date(0),
  };
  const table = () => earlier.strapi.db.getConnection('webinars_mails');
  await table().insert(mail);
  const { schema } = earlier.strapi.db.connection;
  const schemaName = earlier.strapi.db.getSchemaName();
  const inSchema = schemaName === undefined ? schema : schema.withSchema(schemaName);
  await inSchema.alterTable('webinars_mails', (columns) => {
    columns.dropColumn('speaker_document_id');
  });
  await earlier.stop();

  const app = await startStrapi({ database });
  expect(await app.rows('webinars_mails')).toMatchObject([
    { id: 'mail', kind: 'confirmation', speaker_document_id: null },
  ]);
  await app.stop();
  await database.drop();
}, 120_000);
