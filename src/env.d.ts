/// <reference types="astro/client" />

declare module 'edtf' {
  /** An EDTF value with its bounds in milliseconds since 1970 (UTC); open ends are infinite. */
  export default function edtf(text: string): { readonly min: number; readonly max: number };
}
