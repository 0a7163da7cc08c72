import { describeFuzz } from '../support/fuzz-suite';

describeFuzz({ publicCalls: 100_000, adminCalls: 20_000 });
