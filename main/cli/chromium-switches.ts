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
  'wayland-text-input-version',
  'xdg-portal-required-version',
  'disk-cache-size',
  'dns-result-order',
  'class',
  'name',
  'app-user-model-id',
  'updated',
  'diagnostic-dir',
  'throw-deprecation',
  'experimental-network-inspection',
  'webrtc-ip-handling-policy',
  'screen-info',
])

const families =
  /^(?:no|disable|enable|force|proxy|host|auth|trace|gpu|renderer|window|high|touch|crash|crashpad|ozone|wayland|xdg|x11|use|site|blink|password)[-_][a-z0-9_-]+$/u

/**
 * Whether an argument is a switch that Electron and Chromium read themselves
 * (https://www.electronjs.org/docs/latest/api/command-line-switches): it means nothing to us.
 */
export function isTheirs(arg: string): boolean {
  // macOS numbers a program that its desktop starts.
  if (arg.startsWith('-psn_')) return true
  if (!arg.startsWith('--')) return false
  const [name = ''] = arg.slice(2).split('=', 1)
  return names.has(name) || families.test(name)
}
