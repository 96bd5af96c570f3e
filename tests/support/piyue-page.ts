import type { Locator, Page } from 'playwright-core'
import type { ActionId } from '../../core/app/actions'
import seriousFindings, { type Look } from './axe'
import * as inPage from './in-page'

/** What the engine remarks where one asks for an element, as tests do by its role, whose layout was put off. */
const isOfPuttingOff = (remark: string): boolean =>
  remark.startsWith('Rendering was performed in a subtree hidden by content-visibility')

/**
 * Piyue's page, with the words of a reader: select, mark, switch. Everything goes through names, as a
 * screen reader's user would find it; what only the engine knows, such as what is painted, is asked of it
 * here and nowhere else. What most tests begin with, such as a mark that is made, is done in the page itself:
 * a mouse costs twenty times as much, and is used where a test is about it.
 */
export abstract class PiyuePage {
  readonly page: Page
  /** What the page wrote to its console: nothing, in a healthy run. */
  readonly complaints: string[] = []
  /** The addresses of all that the page asked for. */
  readonly requests: string[] = []

  protected constructor(page: Page) {
    this.page = page
    page.setDefaultTimeout(30_000)
    page.on('console', (message) => {
      if (!isOfPuttingOff(message.text())) this.complaints.push(message.text())
    })
    page.on('pageerror', (error) => this.complaints.push(error.message))
    page.on('request', (request) => this.requests.push(request.url()))
  }

  /** Waits until the report is shown in its own fonts. */
  protected async shown(): Promise<void> {
    await this.article.locator('[data-block]').first().waitFor()
    // The notes may be read a moment after the text is shown.
    await this.page.locator('.notes:not([aria-busy="true"])').waitFor({ state: 'attached' })
    await this.page.evaluate(inPage.fontsLoaded, [])
  }

  /** Chooses an item of the application menu, as the mouse would. */
  abstract chooseMenu(id: ActionId): Promise<void>

  /**
   * Waits until the page has heard of every dialog that was closed: it is out of sight, and without a role, a task
   * before that, and until then nothing can be asked for but what a dialog allows.
   */
  protected async dialogsClosed(): Promise<void> {
    await this.page.locator('dialog:not([open])').waitFor({ state: 'detached' })
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
    await this.page.evaluate(inPage.annotate, { words })
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

  /** Marks words in a colour, and waits until that is kept. */
  async highlight(words: string, color: string): Promise<void> {
    const button = `Highlight ${color}`
    await this.page.evaluate(inPage.annotate, { words, button, isMarking: true })
  }

  /** Marks words and writes a note on them. */
  async note(words: string, note: string): Promise<void> {
    await this.page.evaluate(inPage.annotate, { words, button: 'Add note' })
    const field = this.page.getByRole('textbox', { name: 'Note' })
    await field.fill(note)
    await this.press('Control+Enter')
    await field.waitFor({ state: 'detached' })
  }

  async showScript(name: 'Traditional' | 'Simplified'): Promise<void> {
    await this.page.evaluate(inPage.chooseScript, name)
    await this.page.evaluate(inPage.fontsLoaded, [])
  }

  async showForm(name: string): Promise<void> {
    await this.page.evaluate(inPage.chooseFromMenu, { menu: 'Text form', item: name })
    await this.page.evaluate(inPage.fontsLoaded, [])
  }

  /** Copies what is selected in the way of a name. */
  async copyAs(name: string): Promise<void> {
    await this.page.evaluate(inPage.chooseFromMenu, { menu: 'Copy as…', item: name })
  }

  /** What is painted in a layer, a string a range. */
  painted(layer: string): Promise<string[]> {
    return this.page.evaluate(inPage.paintedIn, layer)
  }

  /** Waits until the layer shows just these words. */
  async expectPainted(layer: string, words: readonly string[]): Promise<void> {
    await this.page.waitForFunction(inPage.isPainted, { layer, words: [...words] })
  }

  /** Waits until the layer shows these words among others. */
  async expectAmongPainted(layer: string, words: readonly string[]): Promise<void> {
    await this.page.waitForFunction(inPage.areAmongPainted, { layer, words: [...words] })
  }

  /** Goes through blocks, each to show some words in the layer when it is in view; gives what is not. */
  unpaintedIn(
    layer: string,
    places: readonly { readonly block: string; readonly words: readonly string[] }[],
  ): Promise<string[]> {
    return this.page.evaluate(inPage.unpaintedIn, { layer, places: [...places] })
  }

  /** Brings a block of the text into view. */
  async bringIntoView(block: string): Promise<void> {
    await this.page.evaluate(inPage.bringIntoView, block)
  }

  /** Waits until the page has done what it does by itself, a frame or two later. */
  async settled(): Promise<void> {
    await this.page.evaluate(inPage.nextFrames)
  }

  /** The first character in view: its block, its place in it, and its distance from the top. */
  topCharacter() {
    return this.page.evaluate(inPage.topCharacter)
  }

  /** What axe finds serious or critical: by all of its rules, or by those about colour. */
  seriousFindings(look: Look = {}): Promise<string[]> {
    return seriousFindings(this.page, look)
  }

  /** The words of the card that is open. */
  activeQuote(): Promise<string> {
    return this.notes.locator('[data-active="true"] .quote-text').innerText()
  }

  /** Presses keys, one after the other. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }
}
