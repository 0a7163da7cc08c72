import { describeFuzz } from '../support/fuzz-suite';

describeFuzz({ publicCalls: 900, adminCalls: 300 });
