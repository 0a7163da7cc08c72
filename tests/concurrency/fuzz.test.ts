import { describeFuzz } from '../support/fuzz-suite';

describeFuzz({ publicCalls: 1500, adminCalls: 500 });
