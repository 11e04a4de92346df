import { describeAccessibility } from '../suites/accessibility.ts';
import { NIGHTLY_MODES } from '../support/axe.ts';

describeAccessibility(NIGHTLY_MODES);
