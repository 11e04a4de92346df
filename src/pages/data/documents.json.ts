import { archive } from '../../site/archive.ts';
import { entriesData, json } from '../../site/data.ts';

export const GET = () => json(entriesData(archive, 'documents'));
