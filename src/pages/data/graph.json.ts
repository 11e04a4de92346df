import { archive } from '../../site/archive.ts';
import { graphData, json } from '../../site/data.ts';

export const GET = () => json(graphData(archive));
