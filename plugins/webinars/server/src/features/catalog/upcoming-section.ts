import type { UpcomingSection } from '../../../../shared/catalog';
import type { Locale } from '../../../../shared/locales';
import { programmeAddress } from '../../domain/site-address';

/** What stands around the next sessions in a footer. */
export const upcomingSection = (locale: Locale, siteUrl: string): UpcomingSection => ({
  ...TEXTS[locale],
  viewAllLink: programmeAddress(siteUrl, locale),
});

const TEXTS: Record<Locale, Omit<UpcomingSection, 'viewAllLink'>> = {
  en: {
    title: 'Upcoming Webinars',
    subtitle: 'Register for our free AI webinars',
    emptyText: 'No webinars are planned at the moment. New dates will follow.',
    viewAllText: 'View All Webinars',
  },
  de: {
    title: 'Kommende Webinare',
    subtitle: 'Melden Sie sich für unsere kostenlosen KI-Webinare an',
    emptyText: 'Zurzeit sind keine Webinare geplant. Neue Termine folgen.',
    viewAllText: 'Alle Webinare anzeigen',
  },
};
