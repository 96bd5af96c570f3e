import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** Its sound goes nowhere: a machine that runs tests has nothing that plays it. */
const configuration = `LogLevel 3
AudioOutputMethod "libao"
AddModule "espeak-ng" "sd_espeak-ng" "espeak-ng.conf"
DefaultModule espeak-ng
`

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
    }
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
