import { averageOf } from '../../domain/feedback-window';
import type { Tx } from '../../platform/transaction';

type Row = Record<string, unknown>;

/** A session whose average is another than before, and who gave it. */
export type RatedSession = { sessionId: string; speakerId: string | null };

const PERFORMANCES = 'components_webinars_speaker_performances';

/** Writes the average of what registrants have said to their sessions. Answers those of which it has changed. */
export const copySessionRatings = async (
  tx: Tx,
  sessionIds: readonly string[]
): Promise<RatedSession[]> => {
  if (sessionIds.length === 0) return [];
  const averages = await averagesBy(tx, 'r.session_document_id', sessionIds);
  const sessions = await tx
    .table<Row>('webinars_sessions')
    .whereIn('document_id', [...sessionIds])
    .select('document_id', 'speaker_document_id', 'average_rating');
  const changed = sessions.filter(
    (row) => numberOrNull(row.average_rating) !== (averages.get(String(row.document_id)) ?? null)
  );
  for (const row of changed) {
    await tx
      .table('webinars_sessions')
      .where({ document_id: row.document_id })
      .update({ average_rating: averages.get(String(row.document_id)) ?? null });
  }
  return changed.map((row) => ({
    sessionId: String(row.document_id),
    speakerId: row.speaker_document_id === null ? null : String(row.speaker_document_id),
  }));
};

/** The same over all sessions that a speaker has given. */
export const copySpeakerRatings = async (tx: Tx, speakerIds: readonly string[]): Promise<void> => {
  const averages = await averagesBy(tx, 's.speaker_document_id', speakerIds);
  for (const speakerId of speakerIds) {
    await writePerformance(tx, speakerId, averages.get(speakerId) ?? null);
  }
};

const averagesBy = async (
  tx: Tx,
  column: 'r.session_document_id' | 's.speaker_document_id',
  ids: readonly string[]
): Promise<Map<string, number | null>> => {
  if (ids.length === 0) return new Map();
  const rows = await tx.raw<{ owner: string; size: unknown; total: unknown }>(
    `SELECT ${column} AS owner, COUNT(r.rating) AS size, SUM(r.rating) AS total
     FROM ${tx.name('webinars_registrations')} AS r
     JOIN ${tx.name('webinars_sessions')} AS s ON s.document_id = r.session_document_id
     WHERE ${column} IN (${ids.map(() => '?').join(', ')}) AND r.rating IS NOT NULL
     GROUP BY ${column}`,
    ids
  );
  return new Map(
    rows.map(({ owner, size, total }) => [
      owner,
      averageOf({ sum: Number(total), count: Number(size) }),
    ])
  );
};

/** A speaker is a row in each language, and each has a component of its own, or none yet. */
const writePerformance = async (tx: Tx, speakerId: string, average: number | null) => {
  const versions = await tx
    .table<Row>('webinars_speakers')
    .where({ document_id: speakerId })
    .select('id');
  for (const { id } of versions) {
    const part = { entity_id: id, field: 'performance' };
    const held = await tx.table<Row>('webinars_speakers_cmps').where(part).first('cmp_id');
    if (held !== undefined) {
      await tx.table(PERFORMANCES).where({ id: held.cmp_id }).update({ average_rating: average });
      continue;
    }
    const [created] = await tx
      .table<Row>(PERFORMANCES)
      .insert({ ...NOTHING_ELSE, average_rating: average })
      .returning('id');
    await tx.table('webinars_speakers_cmps').insert({
      ...part,
      cmp_id: created?.id,
      component_type: 'webinars.speaker-performance',
      order: 1,
    });
  }
};

const NOTHING_ELSE = { total_webinars: 0, attendee_count: 0, repeat_bookings: 0 };

const numberOrNull = (value: unknown): number | null =>
  value === null || value === undefined ? null : Number(value);
