import type { CommandLine } from 'electron'
import { getContext } from '../boot/context'
import { implementedOnly } from './implemented-only'

/** `app.commandLine`. Switches added here reach Chromium only if they come before its start. */
export const commandLine = implementedOnly('app.commandLine', {
  appendSwitch(name: string, value = ''): void {
    getContext().switches.set(name, value)
  },
  appendArgument(): void {
    // An argument that is no switch means nothing to Chromium here: it gets its page from us.
  },
  hasSwitch: (name: string): boolean => getContext().switches.has(name),
  getSwitchValue: (name: string): string => getContext().switches.get(name) ?? '',
  removeSwitch(name: string): void {
    getContext().switches.delete(name)
  },
} satisfies Pick<
  CommandLine,
  'appendSwitch' | 'appendArgument' | 'hasSwitch' | 'getSwitchValue' | 'removeSwitch'
>)
