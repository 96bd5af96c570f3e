const names: Readonly<Record<string, string>> = {
  CmdOrCtrl: 'Ctrl',
  Plus: '+',
  Left: '←',
  Right: '→',
  Up: '↑',
  Down: '↓',
}

const macNames: Readonly<Record<string, string>> = {
  CmdOrCtrl: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Plus: '+',
  Left: '←',
  Right: '→',
  Up: '↑',
  Down: '↓',
}

/** An accelerator as the reader's keyboard is labelled: `Ctrl+Shift+Z`, or `⇧⌘Z` on a Mac. */
export function keyLabel(accelerator: string, platform: string): string {
  const isMac = platform === 'darwin'
  const parts = accelerator.split('+').map((part) => (isMac ? macNames : names)[part] ?? part)
  return parts.join(isMac ? '' : '+')
}
