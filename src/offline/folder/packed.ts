/** A file in a script: its path from the root and its text, or its bytes in base64. */
export type Packed = readonly [path: string, content: string, base64?: 1];

/** For each script the first path it holds, in order, and the beginning of the SHA-256 of its content. */
export type Directory = readonly (readonly [from: string, digest: string])[];
