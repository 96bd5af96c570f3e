import { OutsideText } from '../core/anchor/quote'
import type { Command } from '../core/annotation/command'
import type { CanonicalDocument } from '../core/document/document'
import { type Carry, carryOver, type ReaderEdition } from '../core/repair/reader-edition'
import type { CodePoints } from '../core/text/code-points'
import { isEmptyRange, type TextRange, textRange } from '../core/text/range'

type Repairs = Pick<ReaderEdition, 'repairs'>

/**
 * The texts that a document was shown with since it was opened. What the page asks for may be on its way while
 * the words are exchanged: its places are those of the text before, and are taken to where the same characters
 * stand by now.
 */
export class ShownTexts {
  readonly #repairs = new Map<string, Repairs>()
  #now: CanonicalDocument

  /** @param edition with which the document is shown; nothing where its words are never exchanged */
  constructor(document: CanonicalDocument, edition?: Repairs) {
    this.#now = document
    if (edition !== undefined) this.#repairs.set(document.digest, edition)
  }

  /** Takes in that the document is shown with other repairs. */
  show(document: CanonicalDocument, edition: Repairs): void {
    this.#now = document
    this.#repairs.set(document.digest, edition)
  }

  /** A command with its passage in the text of now. @throws OutsideText if nothing of it is in that */
  command(command: Command, digest: string): Command {
    return 'range' in command
      ? { ...command, range: this.#passage(command.range, digest) }
      : command
  }

  /** The place of a character in the text of now, if it is in that. */
  place(at: CodePoints, digest: string): CodePoints | undefined {
    return this.#carried(textRange(at, at + 1), digest)?.start
  }

  #passage(range: TextRange, digest: string): TextRange {
    const carried = this.#carried(range, digest)
    if (carried === undefined) throw new OutsideText(this.#now.id, range)
    return carried
  }

  #carried(range: TextRange, digest: string): TextRange | undefined {
    const carried = this.#carryFrom(digest)?.(range)
    return carried && isEmptyRange(carried) ? undefined : carried
  }

  /** Takes ranges of a text to that of now; nothing, if the document was not shown with it. */
  #carryFrom(digest: string): Carry | undefined {
    if (digest === this.#now.digest) return (range) => range
    const [then, now] = [this.#repairs.get(digest), this.#repairs.get(this.#now.digest)]
    return then && now && carryOver(then, now)
  }
}
