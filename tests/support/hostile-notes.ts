/** What would show that something ran: it reaches for the page's title or for the network. */
const run = 'document.title=1'

const elements = [
  `<script>${run}</script>`,
  `<img src=x onerror="${run}">`,
  `<svg onload="${run}"></svg>`,
  `<svg><script>${run}</script></svg>`,
  `<svg><animate onbegin="${run}" attributeName=x dur=1s></svg>`,
  `<svg><use href="data:image/svg+xml,<svg onload='${run}'/>"/></svg>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${run}&gt;">`,
  `<math><annotation-xml encoding="text/html"><img src=x onerror="${run}"></annotation-xml></math>`,
  `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
  `<iframe src="javascript:parent.${run}"></iframe>`,
  `<object data="javascript:${run}"></object>`,
  `<embed src="javascript:${run}">`,
  `<form action="https://example.com"><input name=a><button>go</button></form>`,
  `<form id=app><input name=children></form>`,
  `<base href="https://example.com/">`,
  `<meta http-equiv="refresh" content="0;url=https://example.com/">`,
  `<link rel=stylesheet href="https://example.com/x.css">`,
  `<style>@import "https://example.com/x.css"; * { background: url(https://example.com/x) }</style>`,
  `<p style="background:url(https://example.com/x);position:fixed;inset:0">x</p>`,
  `<video src=x onerror="${run}" autoplay></video>`,
  `<audio src="https://example.com/x.mp3" autoplay></audio>`,
  `<details open ontoggle="${run}">x</details>`,
  `<body onload="${run}">`,
  `<marquee onstart="${run}">x</marquee>`,
  `<a href="javascript:${run}">x</a>`,
  `<a href="data:text/html,<script>${run}</script>">x</a>`,
  `<template><script>${run}</script></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${run}>"></noscript>`,
  `<div id="__proto__"></div><div name="constructor"></div>`,
  `<custom-element onclick="${run}">x</custom-element>`,
  `<input autofocus onfocus="${run}">`,
  `<dialog open>x</dialog>`,
  `<button popovertarget=x>x</button><div id=x popover>y</div>`,
]

const links = [
  'javascript:document.title=1',
  'JaVaScRiPt:document.title=1',
  'java\tscript:document.title=1',
  '&#106;avascript:document.title=1',
  'data:text/html;base64,PHNjcmlwdD4=',
  'vbscript:x',
  'file:///etc/passwd',
  'app://piyue/index.html',
  'blob:https://example.com/x',
  'view-source:https://example.com',
  'smb://example.com/x',
]

const wraps: readonly ((inner: string) => string)[] = [
  (inner) => inner,
  (inner) => `**${inner}**`,
  (inner) => `- ${inner}\n- ${inner}`,
  (inner) => `> ${inner}`,
  (inner) => `# ${inner}`,
  (inner) => `| a | b |\n|---|---|\n| ${inner} | x |`,
  (inner) => `text ${inner} text\n\n${inner}`,
]

const asLinks: readonly ((url: string) => string)[] = [
  (url) => `[x](${url})`,
  (url) => `[x](<${url}>)`,
  (url) => `![x](${url})`,
  (url) => `<${url}>`,
  (url) => `[x][y]\n\n[y]: ${url}`,
]

const odd = [
  '\u202e反過來\u202c',
  '\u2066\u2067\u2068\u2069',
  '零\u200b寬\u200c\u200d\ufeff',
  '行\u2028分\u2029隔',
  '\u0000\u0001\u001b[31m',
  '\ud800 lone \udfff',
  'a'.repeat(50_000),
  '[['.repeat(2_000),
  '*a'.repeat(2_500),
  `${'> '.repeat(1_000)}x`,
  '`a'.repeat(1_500),
  `${'<div>'.repeat(500)}x`,
  `${'> '.repeat(5_000)}x`,
  `${'- '.repeat(9_000)}x`,
  `${'> '.repeat(99_000)}x`,
  `x${' '.repeat(190_000)}x`,
  `${'x'.repeat(190_000)}@`,
  '- x\n'.repeat(45_000),
  '![x](https://example.com/track.png)',
  '{{constructor.constructor("return 1")()}}',
  '${document.title=1}',
]

/** Over three hundred notes that try to run, load or break something. */
export const hostileNotes: readonly string[] = [
  ...elements.flatMap((element) => wraps.map((wrap) => wrap(element))),
  ...links.flatMap((link) => asLinks.map((asLink) => asLink(link))),
  ...odd,
]

/** The same in a line and in little, as a tag or the name of a file may be. */
export const hostileWords: readonly string[] = [
  ...elements,
  ...links.filter((link) => !link.includes('\t')),
  '\u202e反過來\u202c',
  '零\u200b寬\u200d字',
  '行\u2028分\u2029隔',
  '\u0001\u001b[31m',
  '=HYPERLINK("https://example.com/","x")',
  '{{constructor.constructor("return 1")()}}',
  '__proto__',
  'constructor',
  'x'.repeat(200),
]

/** And as the name of a colour, which is shorter still. */
export const hostileColorNames = {
  yellow: `<img src=x onerror="${run}">`,
  green: `<script>${run}</script>`,
  blue: '"><svg onload=alert()>',
  pink: '\u202e反過來\u202c\u2028',
  orange: '=1+1',
  purple: '__proto__',
} as const
