import { type MainScript, mainScriptOf, type ScriptTag } from '../../core/text/script-tag'
import { announce, changeView, type Session } from './session'

/** Shows the text in another form; everything the reader holds stays where it is. */
export function showForm(session: Session, tag: ScriptTag): void {
  if (session.view.peek().script === tag) return
  const { script, beside } = session.view.peek()
  changeView(session, {
    script: tag,
    ...(tag === 'zh-Hans' ? {} : { traditionalForm: tag }),
    // Two forms side by side stay two: the one that was read takes the other's column.
    ...(tag === beside ? { beside: script } : {}),
  })
  const { scripts, said } = session.messages.peek()
  announce(session, said.shown(scripts[tag]))
}

/** Shows another form beside the one that is read, or none. */
export function showBeside(session: Session, tag: ScriptTag | null): void {
  const { script, beside } = session.view.peek()
  if (tag === beside || tag === script) return
  changeView(session, { beside: tag })
  const { scripts, edition } = session.messages.peek()
  announce(session, tag === null ? edition.besideGone : edition.besideShown(scripts[tag]))
}

/** Shows the other side of the main switch beside the form that is read; or that form alone again. */
export function toggleBeside(session: Session): void {
  const { script, beside, traditionalForm } = session.view.peek()
  if (beside !== null) showBeside(session, null)
  else showBeside(session, script === 'zh-Hans' ? traditionalForm : 'zh-Hans')
}

/** Turns the main switch; 繁 goes back to the Traditional form that was shown last. */
export function showScript(session: Session, script: MainScript): void {
  showForm(session, script === 'hans' ? 'zh-Hans' : session.view.peek().traditionalForm)
}

/** Turns the main switch to its other side. */
export function switchScript(session: Session): void {
  showScript(session, mainScriptOf(session.view.peek().script) === 'hans' ? 'hant' : 'hans')
}
