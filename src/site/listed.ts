import type { CollectionName } from '../archive/schema/parts.ts';

/** The collections whose entries have pages of their own and a list page. */
export const LISTED = [
  'documents',
  'actions',
  'action-plans',
  'strategies',
  'recommendations',
  'working-parties',
  'meetings',
  'operations',
  'organisations',
  'systems',
  'topics',
  'acts',
  'presidencies',
] as const satisfies readonly CollectionName[];

/** What a list page says above its table. */
export const INTRODUCTIONS: Readonly<Record<(typeof LISTED)[number], string>> = {
  documents: 'Council documents that the archive holds or knows of, by date.',
  actions: 'The actions of the action plans, and the points of the 1997 timetable.',
  'action-plans':
    'The plans by which the working party turns a strategy into actions, usually for the term of a presidency trio.',
  strategies: 'What customs law-enforcement cooperation is to achieve, for some years at a time.',
  recommendations: 'What finished actions recommended, and what became of it.',
  'working-parties': 'The Council bodies in which customs cooperation is prepared.',
  meetings: 'Meetings with what is known of their agenda.',
  operations: 'Joint operations, exercises, programmes and projects.',
  organisations: 'Institutions, agencies, units and networks that the documents speak of.',
  systems: 'Information systems that customs and police use to share what they know.',
  topics: 'Themes that run through the documents.',
  acts: 'Resolutions, regulations, conventions and other texts that the documents rest on.',
  presidencies: 'The half-years of the Council and who chaired it.',
};
