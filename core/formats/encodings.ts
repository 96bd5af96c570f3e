/**
 * The encodings that Chinese text is met in, by their WHATWG names: `big5` there holds Hong Kong's
 * characters, and `gb18030` all of GBK. Apart from what reads them, for that loads tables.
 */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'windows-1252',
] as const

export type Encoding = (typeof encodings)[number]
