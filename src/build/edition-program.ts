import { makeEdition } from './make-edition.ts';
import { doBehindWall } from './wall.ts';

doBehindWall(makeEdition);
