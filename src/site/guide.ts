import { type CollectionEntry, getCollection } from 'astro:content';

type Step = CollectionEntry<'guidePages'>;

/** The steps of the newcomers' path that this edition shows, in order. */
export const guideSteps: Step[] = (await getCollection('guidePages')).sort(
  (a: Step, b: Step) => a.data.order - b.data.order,
);
