import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { isQuick } from '../../support/rows'

/** Its sound goes nowhere: a machine that runs tests has nothing that plays it. */
const configuration = `LogLevel 3
AudioOutputMethod "libao"
AddModule "espeak-ng" "sd_espeak-ng" "espeak-ng.conf"
DefaultModule espeak-ng
`

/**
 * Espeak-ng speaks each of its voices with a hundred throats, and names thirteen thousand, which costs
 * Chromium twenty seconds of the processor. A run of this kind of tests has them all; `npm test`, which shall be
 * quick, has each voice with two.
 */
const throatsTaken = isQuick ? 2 : Infinity

/** The voice engine of Debian's desktops, speech-dispatcher with espeak-ng, in a home of its own. */
export class VoiceEngine {
  /** What an app is started with for this engine to be its system's. */
  readonly env: Record<string, string>
  readonly #home = mkdtempSync(path.join(os.tmpdir(), 'piyue-voice-'))

  constructor() {
    const at = (name: string) => path.join(this.#home, name)
    mkdirSync(at('run'), { mode: 0o700 })
    mkdirSync(at('config/speech-dispatcher'), { recursive: true })
    writeFileSync(at('config/speech-dispatcher/speechd.conf'), configuration)
    writeFileSync(at('.libao'), 'default_driver=null\nquiet\n')
    this.env = {
      HOME: this.#home,
      XDG_CONFIG_HOME: at('config'),
      XDG_CACHE_HOME: at('cache'),
      XDG_RUNTIME_DIR: at('run'),
      ESPEAK_DATA_PATH: this.#voices(at('espeak-ng-data')),
    }
  }

  /** The folder of espeak-ng's data again, with as many throats as are taken. */
  #voices(folder: string): string {
    const whole = ['/usr/share', ...readdirSync('/usr/lib').map((name) => `/usr/lib/${name}`)]
      .map((place) => path.join(place, 'espeak-ng-data'))
      .find((place) => existsSync(place))
    if (whole === undefined) throw new Error('espeak-ng has no voices')
    const link = (name: string) => symlinkSync(path.join(whole, name), path.join(folder, name))
    const throats = path.join('voices', '!v')
    mkdirSync(path.join(folder, throats), { recursive: true })
    for (const name of readdirSync(whole)) if (name !== 'voices') link(name)
    for (const name of readdirSync(path.join(whole, throats)).slice(0, throatsTaken)) {
      link(path.join(throats, name))
    }
    return folder
  }

  /** From now on the engine takes what it is to say, and says nothing. */
  fallSilent(): void {
    for (const speaker of this.#speakers()) process.kill(speaker, 'SIGSTOP')
  }

  speakAgain(): void {
    for (const speaker of this.#speakers()) process.kill(speaker, 'SIGCONT')
  }

  close(): void {
    this.speakAgain()
    process.kill(this.#daemon())
    rmSync(this.#home, { recursive: true, force: true })
  }

  /** Those of the system's processes that speak and were started with this engine's home. */
  #speakers(): readonly number[] {
    const own = readdirSync('/proc').filter((name) => {
      if (!/^\d+$/u.test(name)) return false
      try {
        const isSpeaker = readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('sd_espeak-ng')
        const environment = isSpeaker ? readFileSync(`/proc/${name}/environ`, 'utf8') : ''
        return environment.split('\0').includes(`HOME=${this.#home}`)
      } catch {
        // It ended meanwhile.
        return false
      }
    })
    if (own.length === 0) throw new Error('The voice engine does not run')
    return own.map(Number)
  }

  #daemon(): number {
    const file = path.join(this.#home, 'run/speech-dispatcher/pid/speech-dispatcher.pid')
    return Number(readFileSync(file, 'utf8'))
  }
}
