import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { ActionId } from '../../../core/app/actions'
import { eventually } from '../../support/eventually'
import { PiyuePage } from '../../support/piyue-page'
import { isElectron } from './executable'
import { menuItemOf, systemKey } from './keys'
import { type LaunchedApp, type LaunchOptions, launchApp } from './launch'
import { processesNaming } from './processes'

/** Piyue as a whole in a real window: the page, with the main process and the disk behind it. */
export class Piyue extends PiyuePage {
  readonly #launched: LaunchedApp

  static async open(options: LaunchOptions = {}): Promise<Piyue> {
    const piyue = new Piyue(await launchApp(options))
    await piyue.page.setViewportSize({ width: 1400, height: 900 })
    await piyue.shown()
    return piyue
  }

  private constructor(launched: LaunchedApp) {
    super(launched.page)
    this.#launched = launched
  }

  get app(): LaunchedApp['app'] {
    return this.#launched.app
  }

  get userData(): string {
    return this.#launched.userData
  }

  /**
   * Presses keys, one after the other; `Control` is ⌘ on a Mac. In Electron, keys that a test presses
   * do not reach the menu: what belongs to the menu is chosen there.
   */
  override async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      const item = isElectron() ? menuItemOf(key) : undefined
      if (item === undefined) await this.page.keyboard.press(systemKey(key))
      else await this.chooseMenu(item)
    }
  }

  /** Ends the app as a crash or a power cut would. */
  async kill(): Promise<void> {
    const child = this.app.process()
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
    if (process.platform !== 'linux') return
    // Or the next app in this folder could find the last one's window still there.
    const areGone = () => processesNaming(this.userData).length === 0
    await eventually('its other processes have gone, too', areGone)
  }

  /** Answers the next save dialogs with a file. */
  async answerSaveDialog(file: string): Promise<void> {
    await this.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, file)
  }

  /** Chooses an item of the application menu, as the mouse would. */
  override async chooseMenu(id: ActionId): Promise<void> {
    await this.dialogsClosed()
    await this.app.evaluate(({ Menu }, item) => {
      Menu.getApplicationMenu()?.getMenuItemById(item)?.click()
    }, id)
  }

  storedAnnotations(): { annotations: { note: string }[] } {
    return JSON.parse(readFileSync(path.join(this.userData, 'annotations.json'), 'utf8'))
  }

  output(): string {
    return this.#launched.output()
  }

  close(): Promise<void> {
    return this.#launched.close()
  }
}
