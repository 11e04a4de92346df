/** The part of sax that tests use; the package brings no types. */
declare module 'sax' {
  interface Parser {
    onerror: (error: Error) => void;
    write(text: string): Parser;
    resume(): Parser;
    close(): Parser;
  }
  const sax: { parser(strict: boolean): Parser };
  export default sax;
}
