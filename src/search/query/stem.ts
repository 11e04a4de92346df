const DOUBLED = /([bdfglmnprt])\1$/;

/**
 * One form for the inflections of an English word, for telling whether two words are the same word: plural, past,
 * participle. Weaker than the stemmer of the index on purpose: it marks words for readers, it does not find them.
 * @param word folded
 */
export function lightStem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  let stem = word.replace(/'s?$/, '');
  if (/(?:ss|us|is)$/.test(stem)) return stem;
  if (stem.endsWith('ies') && stem.length > 4) stem = `${stem.slice(0, -3)}y`;
  else if (/(?:x|ch|sh|ss|z)es$/.test(stem)) stem = stem.slice(0, -2);
  else if (stem.endsWith('s')) stem = stem.slice(0, -1);
  const suffix = /(?:ing|ed)$/.exec(stem)?.[0];
  if (suffix && stem.length - suffix.length >= 3 && /[aeiouy]/.test(stem.slice(0, -suffix.length))) {
    stem = stem.slice(0, -suffix.length);
  }
  stem = stem.replace(DOUBLED, '$1');
  return stem.length > 4 ? stem.replace(/e$/, '') : stem;
}
