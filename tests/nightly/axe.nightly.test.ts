import { describeAccessibility } from '../suites/accessibility.ts';
import { DAILY_MODES, NIGHTLY_MODES } from '../support/axe.ts';

describeAccessibility([...DAILY_MODES, ...NIGHTLY_MODES]);
