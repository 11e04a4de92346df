/** Where the handbook explains a code of the check. */
export const problemAddress = (code: string): string => `/handbook/problems/${code.toLowerCase()}/`;
