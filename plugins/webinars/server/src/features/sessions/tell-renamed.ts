import { notifyMovedJob, refreshRenamedJob, type JobCatalog } from '../../domain/job-catalog';
import type { NewJob } from '../../platform/jobs';
import type { SessionWriteDeps } from './session-writes';
import * as store from './session-store';
import { forgetKnownTitles, lockKnownTitles } from './known-titles';
import { languagesTitledBy, publishedTitles, renamedIn, titlesOf } from './session-titles';

/**
 * Job: a topic that is published with another title renames the sessions to come that are called by it. Not in the
 * transaction that publishes: it holds the topic, which whoever saves a session waits for.
 */
export const tellRenamed =
  ({ strapi, transaction, jobs, clock }: SessionWriteDeps) =>
  async ({ topicId }: JobCatalog['sessions.tell-renamed']): Promise<void> => {
    const sessions = await strapi.db.query('plugin::webinars.session').findMany({
      where: {
        topicDocumentId: topicId,
        state: { $in: ['published', 'live'] },
        datetime: { $gt: clock.now() },
      },
      select: ['documentId'],
      populate: { overrides: true },
      orderBy: { id: 'asc' },
    });
    await transaction(async (tx) => {
      const known = titlesOf(await lockKnownTitles(tx, topicId));
      const topics = await publishedTitles(strapi, topicId);
      // It may have been renamed again since then, renamed back, or withdrawn.
      const languages = renamedIn(known, titlesOf(topics));
      // A job that comes twice finds nothing to tell any more.
      await forgetKnownTitles(tx, topicId, languages);
      const told: NewJob<JobCatalog>[] = [];
      for (const { documentId, overrides } of sessions) {
        const renamed = languagesTitledBy(languages, { overrides: overrides ?? [], topics });
        if (renamed.length === 0) continue;
        const revision = await store.raiseRevision(tx, documentId, 'renamed');
        told.push(
          notifyMovedJob(documentId, { news: 'renamed', revision, languages: renamed }),
          refreshRenamedJob(documentId, revision)
        );
      }
      await jobs.enqueue(tx, told);
    });
  };
