/** Anchor of an objective on its strategy's page: `1/b` → `objective-1-b`. */
export const objectiveAnchor = (id: string) => `objective-${id.replaceAll('/', '-')}`;
