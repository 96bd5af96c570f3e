const names = new Set([
  'user-data-dir',
  'lang',
  'headless',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'remote-debugging-port',
  'remote-debugging-address',
  'remote-debugging-pipe',
  'remote-allow-origins',
  'ozone-platform',
  'ozone-platform-hint',
  'gtk-version',
  'password-store',
  'js-flags',
  'js-logging',
  'log-file',
  'log-level',
  'log-net-log',
  'vmodule',
  'v',
  'enable',
  'test-type',
  'in-process-gpu',
  'single-process',
  'original-process-start-time',
  'allow-file-access-from-files',
  'ignore-certificate-errors',
  'ignore-gpu-blocklist',
  'ignore-connections-limit',
])

const families =
  /^(?:no|disable|enable|force|use|proxy|host|auth|trace|gpu|renderer|window|high|touch|crash|crashpad)-[a-z0-9-]+$/u

/**
 * Whether an argument is a switch that Electron and Chromium read themselves
 * (https://www.electronjs.org/docs/latest/api/command-line-switches): it means nothing to us.
 */
export function isTheirs(arg: string): boolean {
  if (!arg.startsWith('--')) return false
  const [name = ''] = arg.slice(2).split('=', 1)
  return names.has(name) || families.test(name)
}
