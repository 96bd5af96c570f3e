import { app } from 'electron'
import { messagesIn } from '../core/messages/language'
import { parseCommandLine } from './command-line/parse'
import { runCommand } from './command-line/run'
import { Desk } from './desk'
import { hiddenWindowPrinter } from './export/print-pdf'
import { loadReport } from './library/report'
import { readStoredSettings } from './store/settings-store'
import { assetsFolder, systemLanguage } from './surroundings'
import { declarePageScheme } from './window/page-server'

declarePageScheme()
const invocation = parseCommandLine(ownArguments())
if (invocation.kind === 'window') Desk.open()
else void command(invocation)

/** The arguments meant for us: without the executable and, unpackaged, without the app's path. */
function ownArguments(): readonly string[] {
  const args = process.argv.slice(1)
  if (app.isPackaged) return args
  const appPath = args.findIndex((arg) => !arg.startsWith('-'))
  return args.filter((_, i) => i !== appPath)
}

async function command(asked: Exclude<typeof invocation, { kind: 'window' }>): Promise<void> {
  const code = await runCommand(asked, {
    userData: app.getPath('userData'),
    workingFolder: process.cwd(),
    version: app.getVersion(),
    material: async () => {
      const settings = await readStoredSettings(app.getPath('userData'))
      const language = settings.language === 'system' ? systemLanguage() : settings.language
      return {
        publication: await loadReport(assetsFolder()),
        settings,
        messages: messagesIn[language],
        appVersion: app.getVersion(),
        pdf: hiddenWindowPrinter,
      }
    },
    print: (line) => process.stdout.write(`${line}\n`),
    printError: (line) => process.stderr.write(`${line}\n`),
  })
  app.exit(code)
}
