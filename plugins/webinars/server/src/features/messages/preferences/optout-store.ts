import { MAIL_CATEGORIES, type MailCategory } from '../../../domain/mail-preferences';
import { requiredInstant } from '../../../platform/instant';
import type { Tx } from '../../../platform/transaction';

type Row = Record<string, unknown>;
type Reader = Pick<Tx, 'table'>;

export type OptOut = { category: MailCategory; at: Date };

/** What a person does without. */
export const optOutsOf = async ({ table }: Reader, emailKey: string): Promise<OptOut[]> => {
  const rows = await table<Row>('webinars_mail_optouts').where({ email_key: emailKey });
  return MAIL_CATEGORIES.flatMap((category) => {
    const row = rows.find((each) => each.category === category);
    return row === undefined ? [] : [{ category, at: requiredInstant(row.opted_out_at) }];
  });
};

/** Answers those of the categories that the person has not done without before. */
export const optOut = async (
  tx: Tx,
  { emailKey, categories, at }: { emailKey: string; categories: readonly MailCategory[]; at: Date }
): Promise<MailCategory[]> => {
  const rows: Row[] = await tx
    .table<Row>('webinars_mail_optouts')
    .insert(categories.map((category) => ({ email_key: emailKey, category, opted_out_at: at })))
    .onConflict(['email_key', 'category'])
    .ignore()
    .returning('category');
  const added = rows.map(({ category }) => category);
  return categories.filter((category) => added.includes(category));
};

/** Answers those of the categories that the person did without until now. */
export const optIn = async (
  tx: Tx,
  { emailKey, categories }: { emailKey: string; categories: readonly MailCategory[] }
): Promise<MailCategory[]> => {
  const rows = await tx.raw<Row>(
    `DELETE FROM ${tx.name('webinars_mail_optouts')}
     WHERE email_key = ? AND category IN (${categories.map(() => '?').join(', ')})
     RETURNING category`,
    [emailKey, ...categories]
  );
  const removed = rows.map(({ category }) => category);
  return categories.filter((category) => removed.includes(category));
};

export const eraseOptOuts = (tx: Tx, emailKey: string): Promise<number> =>
  tx.table('webinars_mail_optouts').where({ email_key: emailKey }).delete();

export const optOutsAmong = async (
  { table }: Reader,
  emailKeys: readonly string[]
): Promise<Map<string, MailCategory[]>> => {
  const rows = await table<Row>('webinars_mail_optouts').whereIn('email_key', [...emailKeys]);
  const known = new Map<string, MailCategory[]>();
  for (const row of rows) {
    const key = String(row.email_key);
    const category = MAIL_CATEGORIES.find((each) => each === row.category);
    if (category !== undefined) known.set(key, [...(known.get(key) ?? []), category]);
  }
  return known;
};
