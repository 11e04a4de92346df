/** The analysers of an index, by what they are for: settings define them, mapping and queries name them. */
export const ANALYSERS = {
  /** A text into stems: of each word, and of the parts of a word that signs join. */
  text: 'archive_text',
  /** Words of a query, each as one: what is asked for with a hyphen is not found by half of it. */
  words: 'archive_words',
  /** A question in plain words, with synonyms and without stop words: for whoever asks without our client. */
  question: 'archive_question',
  /** A text into its words as they are, for near spellings and beginnings of words. */
  exact: 'archive_exact',
  /** The same of a query. */
  typed: 'archive_typed',
} as const;
