import type { Core } from '@strapi/strapi';
import { documentsOf, type Document } from './content';

type Names = { en: string; de?: string };
type NameKind = 'category' | 'tag' | 'industry';
type Row = Record<string, unknown>;

let serial = 0;

/** A category, tag or industry; `de` adds the German name. */
export const aName = async (
  strapi: Core.Strapi,
  kind: NameKind,
  { en, de }: Names
): Promise<Document> => {
  serial += 1;
  const names = documentsOf(strapi, `plugin::webinars.${kind}`);
  const data = { name: en, slug: `${kind}-${serial}` };
  const named = await names.create({ data, locale: 'en' });
  if (de !== undefined) {
    await names.update({ documentId: named.documentId, data: { name: de }, locale: 'de' });
  }
  return named;
};

/** Adds the German version of a speaker. */
export const inGerman = async (
  strapi: Core.Strapi,
  { documentId }: Document,
  data: Row
): Promise<void> => {
  serial += 1;
  const texts = { slug: `auf-deutsch-${serial}`, ...data };
  await documentsOf(strapi, 'plugin::webinars.speaker').update({
    documentId,
    data: texts,
    locale: 'de',
  });
};

/** An image of the media library; answers what other documents refer to it by. */
export const anImage = async (strapi: Core.Strapi, name: string): Promise<number> => {
  const file = await strapi.db.query('plugin::upload.file').create({
    data: {
      name,
      hash: name,
      ext: '.webp',
      mime: 'image/webp',
      size: 1,
      url: `/uploads/${name}.webp`,
      provider: 'local',
      folderPath: '/',
    },
  });
  return file.id;
};
