import { existsSync } from 'node:fs'

/** Where Debian and its relatives keep the modules of speech-dispatcher. */
const espeakModule = '/usr/lib/speech-dispatcher-modules/sd_espeak-ng'

/** Whether speech-dispatcher is installed with espeak-ng's voices, by which tests have the text read aloud. */
export const hasVoiceEngine = (): boolean =>
  existsSync('/usr/bin/speech-dispatcher') && existsSync(espeakModule)
