import { type MainScript, mainScriptOf, type ScriptTag } from '../../core/script/script-tag'
import { announce, changeSettings, type Session } from './session'

/** Shows the text in another form; everything the reader holds stays where it is. */
export function showForm(session: Session, tag: ScriptTag): void {
  if (session.settings.peek().script === tag) return
  changeSettings(
    session,
    tag === 'zh-Hans' ? { script: tag } : { script: tag, traditionalForm: tag },
  )
  const { scripts, said } = session.messages.peek()
  announce(session, said.shown(scripts[tag]))
}

/** Turns the main switch; 繁 goes back to the Traditional form that was shown last. */
export function showScript(session: Session, script: MainScript): void {
  showForm(session, script === 'hans' ? 'zh-Hans' : session.settings.peek().traditionalForm)
}

/** Turns the main switch to its other side. */
export function switchScript(session: Session): void {
  showScript(session, mainScriptOf(session.settings.peek().script) === 'hans' ? 'hant' : 'hans')
}
