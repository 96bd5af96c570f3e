/** The part of fontverter 2.0 that is used here. */
declare module 'fontverter' {
  export function convert(font: Buffer, to: 'woff2' | 'truetype'): Promise<Buffer>
}

/** The part of subset-font 2.9 that is used here; the published types are those of 2.3. */
declare module 'subset-font' {
  interface SubsetFontOptions {
    readonly targetFormat?: 'truetype' | 'woff' | 'woff2'
    /** Tags of the OpenType features to keep; all, if not given. */
    readonly keepFeatures?: readonly string[]
    readonly noHinting?: boolean
  }

  export default function subsetFont(
    font: Buffer,
    text: string,
    options?: SubsetFontOptions,
  ): Promise<Buffer>
}
