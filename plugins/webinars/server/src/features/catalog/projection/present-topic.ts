import type { Topic, TopicCard } from '../../../../../shared/catalog';
import { inOrderOf } from '../../../../../shared/locales';
import type { CatalogSettings, TopicCardRow, TopicRow } from '../catalog-rows';
import { firstFilled } from '../text/localized';
import {
  imageUrl,
  money,
  presentAgenda,
  presentMaterials,
  presentNamed,
  presentNamedList,
  texts,
  type Presentation,
} from './present-parts';

export const presentTopicCard = (
  rows: readonly TopicCardRow[],
  presentation: Presentation
): TopicCard | null => {
  const versions = inOrderOf(rows, presentation.locale);
  const served = versions.find(({ title }) => title);
  if (served === undefined) return null;
  return {
    documentId: served.documentId,
    slug: served.slug,
    locale: served.locale,
    title: served.title,
    category: presentNamed(firstFilled(versions, 'category'), presentation),
    tags: presentNamedList(firstFilled(versions, 'tags'), presentation),
    difficultyLevel: firstFilled(versions, 'difficultyLevel') ?? null,
    thumbnailUrl: imageUrl(firstFilled(versions, 'thumbnail'), presentation),
    promotionalImageUrl: imageUrl(firstFilled(versions, 'promotionalImage'), presentation),
  };
};

export const presentTopic = (
  rows: readonly TopicRow[],
  presentation: Presentation,
  { currency }: Pick<CatalogSettings, 'currency'>
): Topic | null => {
  const card = presentTopicCard(rows, presentation);
  const versions = inOrderOf(rows, presentation.locale);
  if (card === null) return null;
  return {
    ...card,
    status: firstFilled(versions, 'state') ?? 'active',
    description: firstFilled(versions, 'description') ?? null,
    learningObjectives: texts(firstFilled(versions, 'learningObjectives')),
    prerequisites: firstFilled(versions, 'prerequisites') ?? null,
    targetAudience: firstFilled(versions, 'targetAudience') ?? null,
    agenda: presentAgenda(firstFilled(versions, 'agenda')),
    materials: presentMaterials(firstFilled(versions, 'materials'), presentation),
    defaultDuration: firstFilled(versions, 'defaultDuration') ?? null,
    defaultPrice: money(firstFilled(versions, 'defaultPrice'), currency),
    defaultCapacity: firstFilled(versions, 'defaultCapacity') ?? null,
  };
};
