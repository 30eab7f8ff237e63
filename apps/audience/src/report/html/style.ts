/** Both themes by what the reader's system asks for; nothing is fetched. Contrast is that of the dashboard's tokens. */
export const style = `
:root{color-scheme:light dark;--ground:#fafaf7;--surface:#fff;--line:#dedcd6;--text:#1c1b19;--muted:#5e5b54;--accent:#5b3fc4;--good:#1f7a4d;--warn:#8f5a00;--bad:#b3261e;--info:#1f6391}
@media(prefers-color-scheme:dark){:root{--ground:#121317;--surface:#1b1d23;--line:#32353f;--text:#ecebe6;--muted:#a5a39b;--accent:#b5a2ff;--good:#63c694;--warn:#e3b04b;--bad:#ff8a80;--info:#7cc0ea}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
header,main,footer{max-width:1180px;margin:0 auto;padding:16px}
main{padding-top:0}header{padding-bottom:0}
h1{font-size:28px;line-height:1.25;margin:8px 0;max-width:34ch}
h1.long{font-size:20px;max-width:75ch}
h2{font-size:20px;line-height:1.3;margin:28px 0 12px}
p{margin:0 0 8px;max-width:75ch}
.muted{color:var(--muted)}
.outcome{display:inline-block;font-weight:600;border:2px solid;border-radius:8px;padding:2px 12px}
.passed{color:var(--good)}.failed{color:var(--bad)}.saturated,.partial,.refused{color:var(--warn)}
dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px;margin:16px 0;font-size:14px}
dl.facts dt{color:var(--muted)}dl.facts dd{margin:0}
dl.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,166px),1fr));gap:12px;margin:0}
dl.cards div{background:var(--surface);border:1px solid var(--line);border-radius:8px;padding:12px 16px}
dl.cards dt{font-size:14px;color:var(--muted)}dl.cards dd{margin:0;font-size:20px;font-weight:600;white-space:nowrap}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,480px),1fr));gap:16px}
figure{margin:0;background:var(--surface);border:1px solid var(--line);border-radius:8px;padding:12px 16px;min-width:0}
figcaption{margin-bottom:4px}
svg{display:block;width:100%;height:auto}
svg text{fill:var(--muted);font-size:12px}
@media(max-width:560px){svg text{font-size:18px}}
.grid{stroke:var(--line);fill:none}
.line{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
.line-0{stroke:var(--accent)}.line-1{stroke:var(--info);stroke-dasharray:6 4}.line-2{stroke:var(--good);stroke-dasharray:2 4}.line-3{stroke:var(--warn);stroke-dasharray:10 4 2 4}.line-4{stroke:var(--bad);stroke-dasharray:12 3}
.bar-0{fill:var(--accent)}.bar-1{fill:var(--info);opacity:.75}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:4px 16px;padding:0;margin:0 0 4px;font-size:14px}
.legend svg{display:inline;width:28px;vertical-align:middle}
details{margin-top:8px}
summary{cursor:pointer;color:var(--muted);font-size:14px}
summary:focus-visible,.scroll:focus-visible,a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:14px;overflow-wrap:normal}
caption{text-align:start;color:var(--muted);padding-bottom:4px}
th,td{text-align:start;padding:6px 12px 6px 0;border-bottom:1px solid var(--line);vertical-align:top}
th{font-weight:600;color:var(--muted)}tbody th{color:var(--text);font-weight:400;min-width:9em}
.number{text-align:end;white-space:nowrap}
pre{overflow-x:auto;font-size:13px;background:var(--surface);border:1px solid var(--line);border-radius:8px;padding:12px}
ul.notes{padding-left:20px;max-width:75ch}
@media print{body{background:#fff;color:#000}details>*{display:block}}
`.trim();
