/** The rules of the proof, and what each one catches. */
export const RULES = {
  UNEXPECTED: 'Every file follows from the partitioned content, a route of the site, or a file that does.',
  MISSING: 'Every file that follows from them is there.',
  WITHHELD: 'No reading of any file holds words that stand only in withheld content.',
  'SOURCE-MAP': 'No file maps to, or carries, the source of the program.',
  INDEX: 'The search index tells of this edition’s pages only: each address predicted, each word on a page.',
  SEAL: 'Manifest and checksums tell of exactly these files, this edition and this content.',
  UNREADABLE: 'Every file can be read to its end.',
  EDITION: 'Every page bears the banner of this edition, unless it only says where another has gone.',
  POLICY: 'Every page bears one Content-Security-Policy.',
} as const;

export interface Finding {
  readonly rule: keyof typeof RULES;
  readonly file: string;
  readonly message: string;
}
