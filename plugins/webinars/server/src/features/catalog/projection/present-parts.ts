import type { AgendaItem, Material, Money } from '../../../../../shared/catalog';
import { inOrderOf, type Locale } from '../../../../../shared/locales';
import type {
  AgendaItemRow,
  Currency,
  ImageRow,
  MaterialRow,
  NamedRow,
  Ref,
  TextItemRow,
} from '../catalog-rows';
import { wholeAddress } from '../../../domain/web-address';
import { firstFilled } from '../text/localized';

/** What every presenter needs beside the row itself. */
export type Presentation = {
  locale: Locale;
  /** Categories, tags and industries in all their languages, by documentId. */
  names: ReadonlyMap<string, readonly NamedRow[]>;
  /** Address of this server as seen from outside, without a slash at its end. */
  publicUrl: string;
};

export const imageUrl = (image: ImageRow, { publicUrl }: Presentation): string | null =>
  wholeAddress(image?.url, publicUrl);

export const texts = (items: readonly TextItemRow[] | null | undefined): string[] =>
  (items ?? []).flatMap(({ text }) => text || []);

export const money = (amount: number | null | undefined, currency: Currency): Money => ({
  amount: amount ?? 0,
  currency,
});

export const presentNamed = (ref: Ref | null | undefined, { names, locale }: Presentation) => {
  const versions = inOrderOf(names.get(ref?.documentId ?? '') ?? [], locale);
  const name = firstFilled(versions, 'name');
  const slug = firstFilled(versions, 'slug');
  return ref && name !== null && slug !== null ? { documentId: ref.documentId, slug, name } : null;
};

export const presentNamedList = (
  refs: readonly Ref[] | null | undefined,
  presentation: Presentation
) => (refs ?? []).flatMap((ref) => presentNamed(ref, presentation) ?? []);

export const presentAgenda = (items: readonly AgendaItemRow[] | null | undefined): AgendaItem[] =>
  (items ?? []).map(({ title, minutes, description }) => ({
    title: title ?? '',
    minutes: minutes ?? null,
    description: description || null,
  }));

/** Only what everybody may download: the rest is for those who registered. */
export const presentMaterials = (
  items: readonly MaterialRow[] | null | undefined,
  presentation: Presentation
): Material[] =>
  (items ?? [])
    .filter(({ isPublic }) => isPublic)
    .flatMap(({ title, description, url, file }) => {
      const address = imageUrl(file, presentation) ?? url;
      return address
        ? [{ title: title ?? '', description: description || null, url: address }]
        : [];
    });
