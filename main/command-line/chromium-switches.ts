const names = [
  'user-data-dir',
  'lang',
  'headless',
  'inspect(-brk|-port)?',
  'remote-debugging-(port|address|pipe)',
  'remote-allow-origins',
  'ozone-platform(-hint)?',
  'gtk-version',
  'password-store',
  'js-flags',
  'js-logging',
  'log-(file|level|net-log)',
  'vmodule',
  'v',
  'enable',
  'test-type',
  'in-process-gpu',
  'single-process',
  'original-process-start-time',
  'allow-file-access-from-files',
  'ignore-(certificate-errors|gpu-blocklist|connections-limit)',
  '(no|disable|enable|force|use|proxy|host|auth|trace|gpu|renderer|window|high|touch|crash|crashpad)-[a-z0-9-]+',
]

const theirs = new RegExp(`^--(${names.join('|')})(=.*)?$`, 'su')

/**
 * Whether an argument is a switch that Electron and Chromium read themselves
 * (https://www.electronjs.org/docs/latest/api/command-line-switches): it means nothing to us.
 */
export const isTheirs = (arg: string): boolean => theirs.test(arg)
