import { describePlans } from '../support/catalog-plans';

describePlans({ sessions: 4_000, hasFewRows: true });
