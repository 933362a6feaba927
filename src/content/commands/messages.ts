import { writeFileSync } from 'node:fs';
import { interfaceSchema } from '../../course/interface.ts';
import { ContentReader } from '../content-reader.ts';
import { reportDiagnostics } from '../diagnostics/report-diagnostics.ts';
import { contentRoot, filesOf, languagesOf } from '../load.ts';
import { messageKeysModule } from '../message-keys-module.ts';

// `npm run messages` writes down the messages of the interface, so that code can ask for no other and the
// content check finds what a language lacks. To be run after a message was added, deleted or renamed.
const root = contentRoot();
const [language = 'en'] = languagesOf(root);
const reader = new ContentReader(filesOf(root));
const words = reader.yaml(`${language}/interface.yaml`, interfaceSchema);
if (words === undefined)
  reportDiagnostics(
    reader.diagnostics.map((one) => reader.located(one)),
    root,
  );
else writeFileSync('src/course/message-keys.ts', messageKeysModule(words));
