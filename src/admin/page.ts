/** The page of the editor, /admin/. All that it loads lies beside it. */
import { xmlText } from '../base/xml.ts';
import type { AdminSettings } from '../settings/backends.ts';
import { adminPolicy } from './policy.ts';

/** The text of the page, in English as all of the editor that is ours. */
export function editorPage(title: string, admin: AdminSettings): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${xmlText(adminPolicy(admin))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${xmlText(title)}</title>
<link rel="stylesheet" href="editor.css">
<script type="module" src="editor.js"></script>
</head>
<body>
<noscript><p>The editor is a program in the page: it needs JavaScript.</p></noscript>
${admin.backend === null ? LOCAL_ONLY : ''}<div id="nc-root"></div>
</body>
</html>
`;
}

/** What the page says where there is no back end to sign in to. */
const LOCAL_ONLY = `<p class="local-only">This editor has no back end: it edits the files of the paper on your own computer.
Open it there, at an address that begins with http://localhost, in Chrome or Edge. Choose "Work with Local Repository",
and then the folder of the paper.</p>
`;
