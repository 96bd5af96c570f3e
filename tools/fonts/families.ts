/** What a family of fonts is made from, and whom it serves. */
export interface FontFamily {
  /** The family's name in style sheets. */
  readonly name: string
  /** The folder of the family under `assets/fonts`. */
  readonly folder: string
  readonly source: FontSource
  /** The files, in the repository, whose characters the first screen is made of. */
  readonly firstScreen: readonly string[]
  /**
   * The standard whose first level says which characters are common, and whose second, which less so;
   * of a family that serves both scripts, the characters of GB 2312's and what they are in Traditional.
   */
  readonly common: 'gb2312' | 'big5' | 'both'
  /**
   * What is given beyond the common ones. A sans has less, for what it lacks is drawn from the serif: the last
   * 15,000 characters are rare in tools, and would be 4 MB.
   */
  readonly beyondCommon: readonly ('second' | 'rare')[]
  /** Which characters have a semi-bold of their own. */
  readonly semiBold: 'common' | 'first-screen' | 'none'
  /** What is left to a family that draws it alike. */
  readonly leaves?: LeftToAnother
  /** The family that is drawn with some of this one's common characters: they lie in files apart. */
  readonly sharesWith?: string
}

/**
 * How often a character is wanted: on the first screen; by a family that shares it; in the first level of the
 * script's standard; in its second; or seldom. A family has each character once, where it is wanted most.
 */
export const levels = ['first', 'shared', 'common', 'second', 'rare'] as const
export type Level = (typeof levels)[number]

/** Chinese characters that a family lacks because another, behind it in every list of fonts, draws them alike. */
interface LeftToAnother {
  readonly to: string
  /** The levels of this family's that some are left out of. */
  readonly of: readonly Level[]
  /** The levels of the other's that they are looked for in. */
  readonly among: readonly Level[]
}

/** A package of npm's that holds a family whole, with a file for each weight. */
export interface FontSource {
  readonly package: string
  readonly version: string
  /** Of the package's archive, as npm's lock file writes it. */
  readonly integrity: string
  /** The whole font in each weight that it is cut in, and its terms: paths in the package. */
  readonly files: { readonly 400: string; readonly 600?: string }
  readonly licence: string
}

/** The files of a package of this publisher's. */
const googleFonts = (name: string) => ({
  files: { 400: `400Regular/${name}_400Regular.ttf`, 600: `600SemiBold/${name}_600SemiBold.ttf` },
  licence: 'LICENSE_FONT',
})

const traditional = [
  'assets/report/document.json',
  'assets/report/renditions/zh-Hant-TW.json',
  'assets/report/renditions/source.json',
  'core/messages/**/zh-hant.ts',
]
const simplified = [
  'assets/report/renditions/zh-Hans.json',
  'assets/report/renditions/source.json',
  'core/messages/**/zh-hans.ts',
  'core/messages/**/en.ts',
]

/**
 * The families. In this order, for a family may be asked what another has. Hong Kong has a serif of its
 * own for the text alone; tools are set in the sans of the interface's language.
 */
export const fontFamilies: readonly FontFamily[] = [
  {
    name: 'Noto Serif SC',
    folder: 'noto-serif-sc',
    source: {
      package: '@expo-google-fonts/noto-serif-sc',
      version: '0.4.3',
      integrity:
        'sha512-fSmUpiSFtSeyHV45/2xUOy5SdfExklQwwMKN3cQjAZAujITHDmSbpMHCVdCMhRqMjQtu0ZRgc29u8A+CU3akfw==',
      ...googleFonts('NotoSerifSC'),
    },
    firstScreen: simplified,
    common: 'gb2312',
    beyondCommon: ['second', 'rare'],
    semiBold: 'common',
    // Not of the first screen, which asks for one file a face.
    leaves: { to: 'Noto Serif TC', of: ['common', 'second'], among: ['common'] },
  },
  {
    name: 'Noto Serif TC',
    folder: 'noto-serif-tc',
    source: {
      package: '@expo-google-fonts/noto-serif-tc',
      version: '0.4.4',
      integrity:
        'sha512-nNbTm4wez1oXI5K3296eY+S4Ud3aFigjmX0mwxV7L6F1GDCwqMdO5tfgGl4fhLti25GAmaKZy7HkiY6pYcEMlQ==',
      ...googleFonts('NotoSerifTC'),
    },
    firstScreen: traditional,
    common: 'big5',
    beyondCommon: ['second', 'rare'],
    semiBold: 'common',
    leaves: { to: 'Noto Serif SC', of: ['second'], among: ['first', 'common', 'second', 'rare'] },
    sharesWith: 'Noto Serif SC',
  },
  {
    name: 'Noto Serif HK',
    folder: 'noto-serif-hk',
    source: {
      package: '@expo-google-fonts/noto-serif-hk',
      version: '0.4.3',
      integrity:
        'sha512-TgG8I1I1cH1ZdgyFGGnxMzT9OibnJCujD8ykmt5x3s4V8/xcSOLF8jhX9oNr2vFeADFlc1nf0Fn5L+/ZqWLy7Q==',
      ...googleFonts('NotoSerifHK'),
    },
    firstScreen: ['assets/report/renditions/zh-Hant-HK.json'],
    common: 'big5',
    beyondCommon: [],
    semiBold: 'first-screen',
    leaves: { to: 'Noto Serif TC', of: ['first', 'common'], among: ['first', 'common'] },
  },
  {
    name: 'Noto Sans SC',
    folder: 'noto-sans-sc',
    source: {
      package: '@expo-google-fonts/noto-sans-sc',
      version: '0.4.3',
      integrity:
        'sha512-9rAwdFTFHbO/u6Cs0gj2jZbW74TGIiaFNQnXYH2s5wA1bzVkwbaviL4t8YUV642eGYjg86eH6DkAEQmfNHDncQ==',
      ...googleFonts('NotoSansSC'),
    },
    firstScreen: simplified,
    common: 'gb2312',
    beyondCommon: ['second'],
    semiBold: 'first-screen',
    leaves: { to: 'Noto Sans TC', of: ['common', 'second'], among: ['common'] },
  },
  {
    name: 'Noto Sans TC',
    folder: 'noto-sans-tc',
    source: {
      package: '@expo-google-fonts/noto-sans-tc',
      version: '0.4.3',
      integrity:
        'sha512-69XAOTLPz0WlAxL6qJEKlDMxHsBd4J1M39HjV0gPF2o1xWVALOsVWvDgistnecVockA9wbU/tH5C/gyS2PdnHg==',
      ...googleFonts('NotoSansTC'),
    },
    firstScreen: traditional,
    common: 'big5',
    beyondCommon: [],
    semiBold: 'first-screen',
    sharesWith: 'Noto Sans SC',
  },
  // 楷體, for both scripts, in the shapes of the mainland.
  {
    name: 'LXGW WenKai',
    folder: 'lxgw-wenkai',
    source: {
      package: '@fontsource/lxgw-wenkai',
      version: '5.3.0',
      integrity:
        'sha512-+U5AAOXeaB7o+3G0Qm7I7Djz2Jd1hqNY+kClOZH8bTunyyGa2WxY12LZftt2AqUsxlfxwdQpd75Js1HQIt4H4g==',
      files: { 400: 'files/lxgw-wenkai-latin-500-normal.woff2' },
      licence: 'LICENSE',
    },
    firstScreen: [
      'assets/report/document.json',
      'assets/report/renditions/zh-Hant-TW.json',
      'assets/report/renditions/zh-Hant-HK.json',
      'assets/report/renditions/zh-Hans.json',
    ],
    common: 'both',
    beyondCommon: [],
    semiBold: 'none',
  },
]
