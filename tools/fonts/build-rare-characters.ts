import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { repositoryRoot } from '../runtime/paths'

/**
 * Characters of the text as published that none of the fonts from packages has: a garbled run is made
 * of whatever GBK has at the shifted bytes.
 */
const rareCharacters = '偼堖椖'

/** Where Debian's `fonts-noto-cjk` puts its collections. */
const debianFolder = '/usr/share/fonts/opentype/noto'

/** The face of a Noto CJK collection that draws characters as Simplified Chinese does. */
const simplifiedFace = 2

/**
 * `npm run build:rare-characters [FOLDER]`: cuts the rare characters out of Noto Serif CJK and Noto
 * Sans CJK, into `assets/fonts/rare-characters`. Needs fonttools' `pyftsubset`, with brotli.
 */
function buildRareCharacters(folder = debianFolder): void {
  for (const design of ['Serif', 'Sans']) {
    const target = path.join(
      repositoryRoot,
      'assets/fonts/rare-characters',
      `${design.toLowerCase()}.woff2`,
    )
    execFileSync(
      'pyftsubset',
      [
        path.join(folder, `Noto${design}CJK-Regular.ttc`),
        `--font-number=${simplifiedFace}`,
        `--text=${rareCharacters}`,
        '--flavor=woff2',
        '--desubroutinize',
        '--layout-features=',
        '--no-recalc-timestamp',
        `--output-file=${target}`,
      ],
      { stdio: 'inherit' },
    )
    console.log(path.relative(repositoryRoot, target))
  }
}

buildRareCharacters(process.argv[2])
