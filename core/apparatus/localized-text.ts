/** A text written for the reader, once in each language of the app. */
export interface LocalizedText {
  readonly 'zh-Hant': string
  readonly 'zh-Hans': string
  readonly en: string
}
