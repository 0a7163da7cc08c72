import { describePlans } from '../support/catalog-plans';

describePlans({ sessions: 100_000, hasFewRows: false });
