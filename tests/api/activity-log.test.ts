import { aSession, aSpeaker, aTopic, documentsOf } from '../factories';
import { startStrapi, type TestApp } from '../support/strapi';

let app: TestApp;

beforeAll(async () => {
  app = await startStrapi();
});

afterAll(() => app.stop());

const actionsOn = async (subjectId: string) =>
  (await app.rows('webinars_activities', { subject_id: subjectId })).map(({ action }) => action);

describe('the activity log', () => {
  it('knows who published a topic, and names the fields of a change without their content', async () => {
    const topic = await aTopic(app.strapi);
    await documentsOf(app.strapi, 'plugin::webinars.topic').update({
      documentId: topic.documentId,
      data: { prerequisites: 'A private thought' },
    });
    await documentsOf(app.strapi, 'plugin::webinars.topic').unpublish({
      documentId: topic.documentId,
    });

    expect(await actionsOn(topic.documentId)).toEqual(
      expect.arrayContaining(['topic.created', 'topic.updated', 'topic.unpublished'])
    );
    const log = JSON.stringify(await app.rows('webinars_activities'));
    expect(log).toContain('prerequisites');
    expect(log).not.toContain('A private thought');
  });

  it('has a row for every change of the settings', async () => {
    const settings = await documentsOf(app.strapi, 'plugin::webinars.program-settings').create({
      data: { programName: 'Webinars' },
    });
    expect(await actionsOn(settings.documentId)).toEqual(['program-settings.created']);
  });
});

describe('what a session shows', () => {
  it('cannot be deleted: neither its topic nor anybody on its panel', async () => {
    const panelist = await aSpeaker(app.strapi);
    const session = await aSession(app.strapi, { panelists: [panelist.documentId] });

    await expect(
      documentsOf(app.strapi, 'plugin::webinars.speaker').delete({
        documentId: panelist.documentId,
      })
    ).rejects.toMatchObject({ details: { code: 'in_use_by_sessions' } });
    const topicId = String(
      (await app.rows('webinars_sessions', { document_id: session.documentId }))[0]
        ?.topic_document_id
    );
    await expect(
      documentsOf(app.strapi, 'plugin::webinars.topic').delete({ documentId: topicId })
    ).rejects.toMatchObject({ details: { code: 'in_use_by_sessions' } });
  });
});
