/** The look of the sign-in pages: the values of apps/web's tokens, which are not at hand before somebody has signed in. */
export const SIGN_IN_STYLE = `
@font-face { font-family: "Source Sans 3 Variable"; font-display: swap; font-weight: 200 900; src: url(source-sans-3-latin-ext-wght-normal.woff2) format("woff2"); unicode-range: U+0100-02BA, U+1E00-1EFF, U+2020, U+20A0-20AB; }
@font-face { font-family: "Source Sans 3 Variable"; font-display: swap; font-weight: 200 900; src: url(source-sans-3-latin-wght-normal.woff2) format("woff2"); unicode-range: U+0000-00FF, U+0131, U+0152-0153, U+2000-206F, U+20AC; }
*, *::before, *::after { box-sizing: border-box; }
body { margin: 0; border-top: 4px solid #ffe615; background: #fff; color: #23272d; font: 400 1.0625rem/1.5 "Source Sans 3 Variable", "Source Sans 3", system-ui, sans-serif; overflow-wrap: break-word; }
h1, h2, p, ul { margin: 0; padding: 0; }
ul { list-style: none; }
h1 { font-size: 1.875rem; font-weight: 650; line-height: 1.25; letter-spacing: -0.01em; }
h2 { font-weight: 650; line-height: 1.25; }
a { color: #0055cc; text-underline-offset: 0.18em; }
a:hover { color: #003b8e; text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid #0055cc; outline-offset: 2px; border-radius: 4px; }
.signin { min-height: calc(100vh - 4px); display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1.05fr); }
.signin__form { display: grid; align-content: center; padding: 3rem 2rem; }
.signin__box { width: 100%; max-width: 25rem; margin: 0 auto; }
.signin__box > * + * { margin-top: 1rem; }
.brand { display: flex; align-items: center; gap: 0.75rem; margin-bottom: 2rem; font-weight: 650; font-size: 1.1875rem; line-height: 1.1; }
.brand__sub { display: block; margin-top: 2px; font-size: 0.875rem; font-weight: 400; color: #56606d; }
.mark { width: 2.25rem; height: 2.25rem; flex: none; }
.lead { color: #3c434c; }
.small { font-size: 0.9375rem; color: #56606d; }
.field { margin-top: 1rem; }
.field label { display: block; font-weight: 650; }
.input { display: block; width: 100%; min-height: 2.75rem; margin-top: 0.5rem; padding: 0.45rem 0.75rem; border: 1px solid #727e8d; border-radius: 4px; background: #fff; color: inherit; font: inherit; }
.input:hover { border-color: #23272d; }
.field--bad { padding-left: 1rem; border-left: 4px solid #aa2729; }
.field--bad .input { border-color: #aa2729; box-shadow: inset 0 0 0 1px #aa2729; }
.error { margin-top: 0.25rem; color: #aa2729; font-weight: 650; font-size: 0.9375rem; }
.summary { padding: 1rem; border: 1px solid #efbfbf; border-left: 4px solid #aa2729; border-radius: 8px; background: #fdf2f2; }
.summary h2 { font-size: 1.0625rem; }
.summary a { color: #aa2729; font-weight: 550; }
.btn { display: block; width: 100%; min-height: 2.75rem; margin-top: 1.5rem; padding: 0.4rem 1rem; border: 1px solid #0055cc; border-radius: 4px; background: #0055cc; color: #fff; font: inherit; font-weight: 650; cursor: pointer; }
.btn:hover { background: #003b8e; border-color: #003b8e; }
.signin__side { display: grid; align-content: center; padding: 3rem; background: #003b8e; color: #fff; }
.signin__side h2 { max-width: 22rem; font-size: 1.875rem; letter-spacing: -0.01em; }
.signin__side ul { max-width: 26rem; margin-top: 1.5rem; }
.signin__side li { padding: 0.5rem 0 0.5rem 1rem; border-left: 4px solid #ffe615; color: #e6eefb; }
.signin__side li + li { margin-top: 0.5rem; }
.signin__art { width: 100%; max-width: 27rem; margin-top: 2rem; }
@media (max-width: 53.75rem) {
  .signin { grid-template-columns: minmax(0, 1fr); }
  .signin__form { padding: 2rem 1rem; }
  .signin__side { padding: 2rem 1rem; }
  .signin__side h2 { font-size: 1.4375rem; }
  .signin__art { display: none; }
}
@media (forced-colors: active) { .btn { border: 2px solid ButtonText; } }
`;
