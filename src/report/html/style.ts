/** The style of the page; it follows the reader's choice of light or dark. */
export const style = `
:root { color-scheme: light dark; --bad: #b3261e; --good: #1a7f37; --odd: #9a6700; --line: #8884; }
@media (prefers-color-scheme: dark) { :root { --bad: #ff8a80; --good: #56d364; --odd: #e3b341; } }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
table { border-collapse: collapse; } th, td { text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--line); }
code, pre { font: 14px/1.45 ui-monospace, monospace; } pre { overflow-x: auto; border-left: 3px solid var(--line); padding-left: .8rem; }
article { border-top: 1px solid var(--line); padding: .5rem 0; } article p { margin: .4rem 0; }
.open, .error, .removed, .fail { color: var(--bad); } .private, .isolated, .added, .pass { color: var(--good); }
.restricted, .unknown, .warning { color: var(--odd); } .place, footer { opacity: .75; }
`;
