import type { SOCIAL_NETWORKS, Speaker, SpeakerCard } from '../../../../../shared/catalog';
import { inOrderOf } from '../../../../../shared/locales';
import { readInstant } from '../../../platform/instant';
import type { SpeakerCardRow, SpeakerRow } from '../catalog-rows';
import { firstFilled } from '../text/localized';
import { imageUrl, presentNamedList, texts, type Presentation } from './present-parts';

export const presentSpeakerCard = (
  rows: readonly SpeakerCardRow[],
  presentation: Presentation
): SpeakerBasics | null => {
  const versions = inOrderOf(rows, presentation.locale);
  const [served] = versions;
  if (served === undefined) return null;
  return {
    documentId: served.documentId,
    slug: served.slug,
    locale: served.locale,
    firstName: served.firstName,
    lastName: served.lastName,
    title: firstFilled(versions, 'title') ?? null,
    company: firstFilled(versions, 'company') ?? null,
    position: firstFilled(versions, 'position') ?? null,
    expertise: texts(firstFilled(versions, 'expertise')),
    photoUrl: imageUrl(firstFilled(versions, 'photo'), presentation),
    linkedinUrl: firstFilled(versions, 'linkedinUrl') ?? null,
    consultantType: firstFilled(versions, 'consultantType') ?? null,
    isInternal: Boolean(served.isInternal),
  };
};

type SpeakerBasics = Omit<
  SpeakerCard,
  'averageRating' | 'attendeeCount' | 'hasFollowUpConsultation'
>;

/** On a session's card, with the figures that there are. */
export const presentSpeakerOnCard = (
  rows: readonly SpeakerCardRow[],
  presentation: Presentation
): SpeakerCard | null => {
  const card = presentSpeakerCard(rows, presentation);
  const [served] = inOrderOf(rows, presentation.locale);
  if (card === null || served === undefined) return null;
  const { averageRating, attendeeCount } = served.performance ?? {};
  return {
    ...card,
    ...(averageRating && { averageRating }),
    ...(attendeeCount && { attendeeCount }),
    ...(served.businessSettings?.availableForConsultations && { hasFollowUpConsultation: true }),
  };
};

/** Phone, rates, shares, ids of other systems and internal judgements are nobody's business here. */
export const presentSpeaker = (
  rows: readonly SpeakerRow[],
  presentation: Presentation
): Speaker | null => {
  const card = presentSpeakerCard(rows, presentation);
  const versions = inOrderOf(rows, presentation.locale);
  const [served] = versions;
  if (card === null || served === undefined) return null;
  const { linkedinData, credentials, performance, branding } = served;
  return {
    ...card,
    email: served.showEmail ? served.email : null,
    biography: firstFilled(versions, 'biography') ?? null,
    websiteUrl: firstFilled(versions, 'websiteUrl') ?? null,
    socialHandles: presentHandles(served),
    industries: presentNamedList(firstFilled(versions, 'industries'), presentation),
    linkedinData: {
      headline: linkedinData?.headline ?? null,
      connections: linkedinData?.connections ?? null,
      recommendations: linkedinData?.recommendations ?? null,
    },
    credentials: {
      certifications: texts(credentials?.certifications),
      education: texts(credentials?.education),
      publications: texts(credentials?.publications),
      speakingExperience: credentials?.speakingExperience ?? null,
    },
    performance: {
      totalWebinars: performance?.totalWebinars ?? null,
      averageRating: performance?.averageRating ?? null,
      attendeeCount: performance?.attendeeCount ?? null,
      engagementRate: performance?.engagementRate ?? null,
    },
    businessSettings: {
      availableForConsultations: Boolean(served.businessSettings?.availableForConsultations),
    },
    branding: {
      logoUrl: imageUrl(branding?.logo, presentation),
      brandColors: (branding?.brandColors ?? []).map(({ color }) => color),
    },
    availabilityStatus: served.availabilityStatus ?? null,
    nextAvailableDate: readInstant(served.nextAvailableDate)?.toISOString() ?? null,
  };
};

const presentHandles = ({ socialHandles }: SpeakerRow): Speaker['socialHandles'] => {
  const handle = (network: (typeof SOCIAL_NETWORKS)[number]) => socialHandles?.[network] || null;
  return {
    x: handle('x'),
    bluesky: handle('bluesky'),
    mastodon: handle('mastodon'),
    facebook: handle('facebook'),
    instagram: handle('instagram'),
    youtube: handle('youtube'),
    xing: handle('xing'),
  };
};
