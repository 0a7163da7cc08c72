import { inOrderOf, type Locale } from '../../../../../shared/locales';
import { webAddress, wholeAddress } from '../../../domain/web-address';
import { firstFilled } from '../text/localized';
import type { Brand, BrandRow } from './promotion-store';

/** The programme's owner in one language; the company is what stands behind a title, if there is one. */
export const presentBrand = (
  rows: readonly BrandRow[],
  { locale, publicUrl }: { locale: Locale; publicUrl: string }
): Brand => {
  const versions = inOrderOf(rows, locale);
  const companyName = firstFilled(versions, 'companyName');
  const organizerName = firstFilled(versions, 'organizerName');
  return {
    name: companyName ?? organizerName ?? firstFilled(versions, 'programName'),
    organizerName,
    companyName,
    companyUrl: webAddress(firstFilled(versions, 'companyUrl')),
    logoUrl: wholeAddress(firstFilled(versions, 'logo'), publicUrl),
  };
};
