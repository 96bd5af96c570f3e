import type { Command } from '../../core/annotation/command'
import type { ChangeOutcome } from '../../core/contract/contract'
import { announce, type Session } from './session'

/** Has a change made; says why where it was refused. */
export async function change(session: Session, command: Command): Promise<ChangeOutcome> {
  const outcome = await session.api.change(session.open.id, command)
  if (!outcome.done && outcome.reason !== 'nothing-to-do') {
    announce(session, session.messages.peek().refused[outcome.reason])
  }
  return outcome
}
