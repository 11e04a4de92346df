/** Answers that are remembered. */
const MOST = 200_000;

/** The same function, which works out an answer once as long as it is asked for again soon: words of a language are. */
export function eachOnce<Answer>(work: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= MOST) known.clear();
    const answer = work(text);
    known.set(text, answer);
    return answer;
  };
}
