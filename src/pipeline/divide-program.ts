import { type Division, divide } from './divide.ts';
import { doWork } from './own-process.ts';

doWork((division: Division) => divide(division));
