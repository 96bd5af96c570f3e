import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import seriousFindings from './axe'
import { isElectron } from './executable'
import * as inPage from './in-page'
import { menuItemOf, systemKey } from './keys'
import { type LaunchedApp, type LaunchOptions, launchApp } from './launch'

/**
 * Piyue in a real window, with the words of a reader: select, mark, switch. Everything goes through
 * roles and names, as a screen reader's user would find it.
 */
export class Piyue {
  readonly page: Page
  /** What the page wrote to its console: nothing, in a healthy run. */
  readonly complaints: string[] = []
  /** The addresses of all that the page asked for. */
  readonly requests: string[] = []
  readonly #launched: LaunchedApp

  static async open(options: LaunchOptions = {}): Promise<Piyue> {
    const piyue = new Piyue(await launchApp(options))
    await piyue.page.setViewportSize({ width: 1400, height: 900 })
    await piyue.article.locator('[data-block]').first().waitFor()
    await piyue.page.evaluate(inPage.fontsLoaded)
    return piyue
  }

  private constructor(launched: LaunchedApp) {
    this.#launched = launched
    this.page = launched.page
    this.page.setDefaultTimeout(10_000)
    this.page.on('console', (message) => this.complaints.push(message.text()))
    this.page.on('pageerror', (error) => this.complaints.push(error.message))
    this.page.on('request', (request) => this.requests.push(request.url()))
  }

  get app(): LaunchedApp['app'] {
    return this.#launched.app
  }

  get userData(): string {
    return this.#launched.userData
  }

  get article(): Locator {
    return this.page.getByRole('article')
  }

  get notes(): Locator {
    return this.page.getByRole('complementary', { name: 'Notes' })
  }

  /** The cards of the notes column, in order. */
  get cards(): Locator {
    return this.notes.locator('[data-card]')
  }

  get announcement(): Locator {
    return this.page.getByRole('status', { name: 'Announcements' })
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  /** The text as it is shown, a line a block. */
  text(): Promise<string> {
    return this.page.evaluate(inPage.shownText)
  }

  /** Selects the first place where the words stand, as Shift and arrow keys would. */
  async select(words: string): Promise<void> {
    await this.page.evaluate(inPage.selectWords, words)
    await this.page.getByRole('toolbar', { name: 'Annotate' }).waitFor()
  }

  /** Selects with the mouse, from the first character of the words to the last. */
  async drag(words: string): Promise<void> {
    const { start, end } = await this.page.evaluate(inPage.edgesOf, words)
    await this.page.mouse.move(start.x, start.y)
    await this.page.mouse.down()
    await this.page.mouse.move(end.x, end.y, { steps: 8 })
    await this.page.mouse.up()
    await this.page.getByRole('toolbar', { name: 'Annotate' }).waitFor()
  }

  /** Clicks the middle of the words. */
  async click(words: string, options: { button?: 'left' | 'right' } = {}): Promise<void> {
    const { start, end } = await this.page.evaluate(inPage.edgesOf, words)
    await this.page.mouse.click((start.x + end.x) / 2, (start.y + end.y) / 2, options)
  }

  /** Marks words in a colour. */
  async highlight(words: string, color: string): Promise<void> {
    const known = await this.cards.evaluateAll((cards) =>
      cards.map((card) => (card as HTMLElement).dataset['card'] ?? ''),
    )
    await this.select(words)
    await this.button(`Highlight ${color}`).click()
    // The card comes with the mark, and is opened when the page is told that it is kept.
    await this.page.waitForFunction(inPage.isNewCardOpen, known)
  }

  /** Marks words and writes a note on them. */
  async note(words: string, note: string): Promise<void> {
    await this.select(words)
    await this.page.getByRole('toolbar').getByRole('button', { name: 'Add note' }).click()
    await this.page.getByRole('textbox', { name: 'Note' }).fill(note)
    await this.button('Save').click()
    await this.page.getByRole('textbox', { name: 'Note' }).waitFor({ state: 'detached' })
  }

  async showScript(name: 'Traditional' | 'Simplified'): Promise<void> {
    await this.page.getByRole('radio', { name, exact: true }).check()
    await this.page.evaluate(inPage.fontsLoaded)
  }

  async showForm(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Text form' }).click()
    await this.page.getByRole('menuitemradio', { name, exact: true }).click()
    await this.page.evaluate(inPage.fontsLoaded)
  }

  /** What is painted in a layer, a string a range. */
  painted(layer: string): Promise<string[]> {
    return this.page.evaluate(inPage.paintedIn, layer)
  }

  /** Waits until the layer shows just these words. */
  async expectPainted(layer: string, words: readonly string[]): Promise<void> {
    await this.page.waitForFunction(inPage.isPainted, { layer, words: [...words] })
  }

  /** The first character in view: its block, its place in it, and its distance from the top. */
  topCharacter() {
    return this.page.evaluate(inPage.topCharacter)
  }

  /** What axe finds serious or critical. */
  seriousFindings(): Promise<string[]> {
    return seriousFindings(this.page)
  }

  /** The words of the card that is open. */
  activeQuote(): Promise<string> {
    return this.notes.locator('[data-active="true"] .quote-text').innerText()
  }

  /**
   * Presses keys, one after the other; `Control` is ⌘ on a Mac. In Electron, keys that a test presses
   * do not reach the menu: what belongs to the menu is chosen there.
   */
  async press(...keys: readonly string[]): Promise<void> {
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
  }

  /** Answers the next save dialogs with a file. */
  async answerSaveDialog(file: string): Promise<void> {
    await this.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, file)
  }

  /** Chooses an item of the application menu, as the mouse would. */
  async chooseMenu(id: string): Promise<void> {
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
